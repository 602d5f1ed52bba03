import { useEffect, useRef } from 'react';

/** What a slash may become: the app's command, or one of its shortcuts. */
export type Offered = { name: string; hint: string; about: string; choose: () => void };

/** What was typed so far may still become these: as Slack, the app's command as one line, and its shortcuts. */
export const fitting = (offered: readonly Offered[], typed: string): readonly Offered[] => {
  const [, begun] = typed.match(/^\/(\S*)$/) ?? [];
  const fits = ({ name }: Offered): boolean =>
    name
      .toLowerCase()
      .split(/[\s/]+/)
      .some((word) => word.startsWith(begun?.toLowerCase() ?? ''));
  return begun === undefined ? [] : offered.filter(fits);
};

type Props = {
  id: string;
  offered: readonly Offered[];
  /** The place of the one that Enter would take; -1 for none. */
  chosen: number;
};

/** What is offered, above the box. */
export const Completions = ({ id, offered, chosen }: Props) => {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      <p className="unseen" role="status">
        {offered.length > 0 && `${offered.length} to choose from. The arrows choose, Tab takes one.`}
      </p>
      {offered.length > 0 && (
        <div
          ref={list}
          className="completions"
          role="listbox"
          id={id}
          aria-label="Commands and shortcuts"
          tabIndex={-1}
        >
          {offered.map(({ name, hint, about, choose }, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses from the box, which keeps it
            <div
              key={name}
              id={`${id}-${place}`}
              role="option"
              tabIndex={-1}
              aria-selected={place === chosen}
              onMouseDown={(event) => event.preventDefault()}
              onClick={choose}
            >
              <span>
                <strong>{name}</strong> {hint}
              </span>
              <span className="about">{about}</span>
            </div>
          ))}
        </div>
      )}
    </>
  );
};
