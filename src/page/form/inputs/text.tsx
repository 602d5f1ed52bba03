import { textIn, truthIn, wordsIn } from '../../blocks/json.ts';
import type { InputProps } from './input-props.ts';

const mostCharacters = 3000;
/** From here on it is said how many are left. */
const soonFull = 200;

/** Which keyboard a phone shows. A number is typed as a text: what is none is refused under it, and stays. */
const keyboards: Record<string, 'decimal' | 'email' | 'url'> = {
  number_input: 'decimal',
  email_text_input: 'email',
  url_text_input: 'url',
};

const characters = (count: number): string => (count === 1 ? '1 character' : `${count} characters`);

/** One line or several. */
export const Text = ({ element, id, described, invalid, entry, enter }: InputProps) => {
  const typed = typeof entry === 'string' ? entry : '';
  const most = Number(element.max_length ?? mostCharacters);
  const left = most - [...typed].length;
  const shared = {
    id,
    value: typed,
    placeholder: wordsIn(element.placeholder),
    'aria-describedby': described || undefined,
    'aria-invalid': invalid,
  };
  return (
    <>
      {truthIn(element.multiline) ? (
        <textarea rows={4} dir="auto" {...shared} onChange={({ target }) => enter(target.value)} />
      ) : (
        <input
          type="text"
          inputMode={keyboards[textIn(element.type)] ?? 'text'}
          autoComplete="off"
          dir="auto"
          {...shared}
          onChange={({ target }) => enter(target.value)}
        />
      )}
      {left < soonFull && !invalid && (
        <p className={left < 0 ? 'error' : 'hint'} role="status">
          {left < 0 ? `${characters(-left)} too many` : `${characters(left)} left`}
        </p>
      )}
    </>
  );
};
