import type { JsonObject } from '../../practice/page-server/wire.ts';
import { Dialog } from '../dialog.tsx';
import { wordsIn } from './json.ts';

/** "Are you sure", in the app's own words. */
export const Confirm = ({ asked, yes, no }: { asked: JsonObject; yes: () => void; no: () => void }) => (
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
