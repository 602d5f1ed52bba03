import { useEffect, useRef } from 'react';
import type { CommandWord } from '../../practice/page-server/wire.ts';

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
