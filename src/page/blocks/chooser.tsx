import { useId, useState } from 'react';
import type { FieldEntry, JsonObject } from '../../practice/page-server/wire.ts';
import { Dialog } from '../dialog.tsx';
import { Input } from '../form/input.tsx';
import { objectIn, optionsIn, textIn, wordsIn } from './json.ts';

/** `about` is what it stands beside, if anything. */
type Props = {
  element: JsonObject;
  about: string;
  choose: (entry: FieldEntry) => Promise<unknown>;
  press: () => Promise<unknown>;
};

const shownOf = (element: JsonObject): FieldEntry => {
  const one = objectIn(element.initial_option).value;
  if (typeof one === 'string') return one;
  const several = optionsIn(element.initial_options).map(({ value }) => value);
  return several.length > 0 ? several : textIn(element.initial_date) || textIn(element.initial_time) || null;
};

/** "Are you sure", in the app's own words. */
const Confirm = ({ asked, yes, no }: { asked: JsonObject; yes: () => void; no: () => void }) => (
  <Dialog title={wordsIn(asked.title)} close={no}>
    <p>{wordsIn(asked.text)}</p>
    <div className="foot">
      <button type="button" onClick={no}>
        {wordsIn(asked.deny)}
      </button>
      <button type="button" className={asked.style === 'danger' ? 'main danger' : 'main'} onClick={yes}>
        {wordsIn(asked.confirm)}
      </button>
    </div>
  </Dialog>
);

/** Something in a message that acts at once when it is pressed or chosen; asked about first, where it says so. */
export const Chooser = ({ element, about, choose, press }: Props) => {
  const [asking, setAsking] = useState<(() => Promise<unknown>) | null>(null);
  const [busy, setBusy] = useState(false);
  const [entry, setEntry] = useState<FieldEntry | undefined>(undefined);
  const id = useId();
  const does = async (what: () => Promise<unknown>) => {
    setBusy(true);
    await what();
    setBusy(false);
  };
  const asked = (what: () => Promise<unknown>) => (element.confirm ? setAsking(() => what) : void does(what));
  const confirm = asking && (
    <Confirm
      asked={objectIn(element.confirm)}
      no={() => setAsking(null)}
      yes={() => {
        setAsking(null);
        void does(asking);
      }}
    />
  );

  if (element.type === 'button') {
    const { url, style } = element;
    const kind = style === 'primary' ? 'main' : style === 'danger' ? 'danger' : '';
    return (
      <>
        <button
          type="button"
          className={kind}
          aria-label={textIn(element.accessibility_label) || undefined}
          aria-disabled={busy}
          onClick={() => {
            if (busy) return;
            if (typeof url === 'string' && /^https?:/i.test(url)) window.open(url, '_blank', 'noopener,noreferrer');
            asked(press);
          }}
        >
          {wordsIn(element.text)}
        </button>
        {confirm}
      </>
    );
  }
  if (element.type === 'overflow') {
    return (
      <>
        <select
          className="overflow"
          aria-label={textIn(element.accessibility_label) || (about === '' ? 'More' : `More: ${about}`)}
          value=""
          disabled={busy}
          onChange={({ target }) => asked(() => choose(target.value))}
        >
          <option value="">More…</option>
          {optionsIn(element.options).map(({ value, text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
        {confirm}
      </>
    );
  }
  return (
    <>
      <Input
        element={element}
        id={id}
        label={wordsIn(element.placeholder) || 'Choose'}
        described=""
        invalid={false}
        entry={entry === undefined ? shownOf(element) : entry}
        enter={(chosen) =>
          asked(() => {
            setEntry(chosen);
            return choose(chosen);
          })
        }
        suggest={async () => []}
        names={new Map()}
      />
      {confirm}
    </>
  );
};
