import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { Menu } from '../menu.tsx';
import { useDraft, wait } from '../state/drafts.ts';
import { useDoing, useRoom } from '../state/room.tsx';
import { Completions, completions, wordTyped } from './completions.tsx';

type Props = { conversation: SeenConversation; sent: () => void };

/** Where one types: a message, or a command whose words are offered as one goes. `sent` is told of each that is sent. */
export const MessageBox = ({ conversation: { id, name, direct }, sent: tellSent }: Props) => {
  const { setup, seen, act, say } = useRoom();
  const does = useDoing();
  const { command, words } = setup;
  const draft = `draft ${seen.me} ${id}`;
  const [text, setText] = useDraft(draft, '');
  const [chosen, setChosen] = useState(-1);
  const [dismissed, setDismissed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  /** One after the other, in the order in which they were typed. */
  const before = useRef(Promise.resolve());
  const list = useId();
  const offered = dismissed ? [] : completions(command, words, text);
  const whole = wordTyped(command, words, text);

  // As high as what is written in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes its height
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${Math.min(current.scrollHeight + 2, 200)}px`;
  }, [text]);

  const type = (typed: string) => {
    setText(() => typed);
    setChosen(-1);
    setDismissed(false);
  };
  const complete = (word: string) => {
    type(`${command} ${word} `);
    box.current?.focus();
  };

  const post = async (sent: string) => {
    wait(draft, (waiting) => waiting.slice(1));
    const putBack = (why: string) => {
      setText((now) => (now === '' ? sent : `${sent}\n${now}`));
      say(why);
    };
    try {
      const { not } = await act({ act: 'type', channel: id, text: sent });
      if (not !== null) putBack(not);
    } catch (error) {
      putBack(error instanceof Error ? error.message : String(error));
    }
  };

  /** Leaves the box free at once, as Slack does; what could not be sent comes back, before what was typed since. */
  const send = () => {
    // A space before a slash makes a message of what would be a command.
    const sent = text.trimEnd();
    if (sent === '') return;
    type('');
    say('');
    tellSent();
    wait(draft, (waiting) => [...waiting, sent]);
    before.current = before.current.then(() => post(sent));
  };

  const keyed = (event: KeyboardEvent) => {
    const { key } = event;
    const active = offered[chosen];
    if (offered.length > 0 && (key === 'ArrowDown' || key === 'ArrowUp')) {
      event.preventDefault();
      const from = chosen === -1 && key === 'ArrowUp' ? 0 : chosen;
      setChosen((from + (key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length);
    } else if (key === 'Tab' && !event.shiftKey && offered.length > 0 && text !== command) {
      event.preventDefault();
      complete((active ?? offered[0])?.word ?? '');
    } else if (key === 'Escape' && offered.length > 0) {
      event.preventDefault();
      setDismissed(true);
    } else if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (active) complete(active.word);
      else send();
    }
  };

  return (
    <div className="message-box">
      <Completions id={list} command={command} offered={offered} chosen={chosen} choose={(word) => complete(word)} />
      {whole && offered.length === 0 && (
        <p className="usage">
          {command} {whole.word} {whole.usage} <span>for example: {whole.example}</span>
        </p>
      )}
      <div className="box">
        <Menu
          label="Shortcuts"
          shown="+"
          items={setup.shortcuts
            .filter(({ on }) => on === 'anything')
            .map((shortcut) => ({
              words: shortcut.name,
              does: () => does({ act: 'global shortcut', shortcut: shortcut.id }),
            }))}
        />
        <textarea
          ref={box}
          data-message-box
          dir="auto"
          rows={1}
          value={text}
          aria-label={direct ? `Message to ${name}` : `Message in #${name}`}
          placeholder={`Message ${direct ? name : `#${name}`}, or ${command}`}
          aria-autocomplete="list"
          aria-controls={offered.length > 0 ? list : undefined}
          aria-activedescendant={chosen >= 0 && offered[chosen] ? `${list}-${chosen}` : undefined}
          onChange={({ target }) => type(target.value)}
          onKeyDown={keyed}
        />
        <button type="button" className="main" aria-disabled={text.trim() === ''} onClick={() => send()}>
          Send
        </button>
      </div>
    </div>
  );
};
