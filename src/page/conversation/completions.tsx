import { useEffect, useRef } from 'react';
import type { CommandWord } from '../../practice/page-server/wire.ts';

/** The command's words that what was typed may become; none once a whole word and a space stand there. */
export const completions = (command: string, words: readonly CommandWord[], typed: string): CommandWord[] => {
  if (typed === '' || !typed.startsWith('/')) return [];
  if (command.startsWith(typed) && typed !== command) return [...words];
  const [first = '', ...rest] = typed.split(' ');
  if (first !== command || rest.length !== 1) return first === command && rest.length === 0 ? [...words] : [];
  const [begun = ''] = rest;
  return words.filter(({ word }) => word.startsWith(begun.toLowerCase()) && word !== begun.toLowerCase());
};

/** The word that stands there whole already: how it goes on is shown. */
export const wordTyped = (command: string, words: readonly CommandWord[], typed: string): CommandWord | null => {
  const [first, word] = typed.split(/\s+/);
  return first === command ? (words.find((each) => each.word === word) ?? null) : null;
};

type Props = {
  id: string;
  command: string;
  offered: readonly CommandWord[];
  /** The place of the one that Enter would take; -1 for none. */
  chosen: number;
  choose: (word: string) => void;
};

/** The words that may come next, above the box. */
export const Completions = ({ id, command, offered, chosen, choose }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      <p className="unseen" role="status">
        {offered.length > 0 && `${offered.length} words to complete with. The arrows choose, Tab takes one.`}
      </p>
      {offered.length > 0 && (
        <div ref={list} className="completions" role="listbox" id={id} aria-label={`${command} words`} tabIndex={-1}>
          {offered.map(({ word, usage, about }, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the box, which keeps it
            <div
              key={word}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(word)}
            >
              <span className="completed">
                {command} <strong>{word}</strong> {usage}
              </span>
              <span className="about">{about}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
};
