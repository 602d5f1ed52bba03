import { type KeyboardEvent, type Ref, useEffect, useId, useImperativeHandle, useRef, useState } from 'react';
import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { Menu } from '../menu.tsx';
import { useDraft, wait } from '../state/drafts.ts';
import { useDoing, useRoom } from '../state/room.tsx';
import { typingLandsIn } from './box.ts';
import { Completions, fitting, type Offered } from './completions.tsx';

/** What others beside it may do with the box. */
export type Box = { put: (words: string) => void };

type Props = { conversation: SeenConversation; sent: () => void; ref: Ref<Box> };

/** Where one types: a message, or a command. The keyboard begins here. `sent` is told of each that is sent. */
export const MessageBox = ({ conversation: { id, name, direct }, sent: tellSent, ref }: Props) => {
  const { setup, seen, act, say } = useRoom();
  const does = useDoing();
  const { command, shortcuts } = setup;
  const draft = `draft ${seen.me} ${id}`;
  const [text, setText] = useDraft(draft, '');
  const [chosen, setChosen] = useState(-1);
  const [dismissed, setDismissed] = useState(false);
  const box = useRef<HTMLTextAreaElement>(null);
  /** One after the other, in the order in which they were typed. */
  const before = useRef(Promise.resolve());
  const list = useId();

  const type = (typed: string) => {
    setText(() => typed);
    setChosen(-1);
    setDismissed(false);
  };
  const put = (words: string) => {
    type(words);
    box.current?.focus();
  };
  const fromAnywhere = shortcuts.filter(({ on }) => on === 'anything');
  const use = (shortcut: string) => does({ act: 'global shortcut', shortcut });
  const all: Offered[] = [
    { ...command, choose: () => put(`${command.name} `) },
    ...fromAnywhere.map(({ id: shortcut, name: called }) => ({
      name: called,
      hint: '',
      about: 'Shortcut',
      choose: () => {
        put('');
        void use(shortcut);
      },
    })),
  ];
  const offered = dismissed ? [] : fitting(all, text);
  useEffect(() => typingLandsIn(box.current), []);
  useImperativeHandle(ref, () => ({ put }));

  // As high as what is written in it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes its height
  useEffect(() => {
    const { current } = box;
    if (!current) return;
    current.style.height = 'auto';
    current.style.height = `${Math.min(current.scrollHeight + 2, 200)}px`;
  }, [text]);

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
    } else if (key === 'Tab' && !event.shiftKey && offered.length > 0) {
      event.preventDefault();
      (active ?? offered[0])?.choose();
    } else if (key === 'Escape' && offered.length > 0) {
      event.preventDefault();
      setDismissed(true);
    } else if (key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      if (active) active.choose();
      else send();
    }
  };

  return (
    <div className="message-box">
      <Completions id={list} offered={offered} chosen={chosen} />
      {text.trimEnd() === command.name && offered.length === 0 && (
        <p className="usage">
          {command.name} {command.hint}
        </p>
      )}
      <div className="box">
        <Menu
          label="Shortcuts"
          shown="+"
          items={fromAnywhere.map((shortcut) => ({ words: shortcut.name, does: () => use(shortcut.id) }))}
        />
        <textarea
          ref={box}
          data-message-box
          dir="auto"
          rows={1}
          value={text}
          aria-label={direct ? `Message to ${name}` : `Message in #${name}`}
          placeholder={`Message ${direct ? name : `#${name}`}, or ${command.name}`}
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
