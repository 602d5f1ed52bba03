type Props = { chosen: readonly { value: string; text: string }[]; remove: (value: string) => void };

/** What is chosen, each of which can be taken out again. */
export const Chips = ({ chosen, remove }: Props) =>
  chosen.length > 0 && (
    <ul className="chips">
      {chosen.map(({ value, text }) => (
        <li key={value}>
          <span>{text}</span>
          <button type="button" className="plain" aria-label={`Take out ${text}`} onClick={() => remove(value)}>
            <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
    </ul>
  );
