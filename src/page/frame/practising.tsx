import { useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { useDoing } from '../state/room.tsx';
import { ChooseSample } from './choose-sample.tsx';

/** What can be done with practice itself: a sample fortnight, or a clean start. */
export const Practising = () => {
  const does = useDoing();
  const [open, setOpen] = useState<'samples' | 'start again' | null>(null);
  const startAgain = async () => {
    setOpen(null);
    await does({ act: 'start again' });
  };
  return (
    <ul>
      <li>
        <button type="button" className="place" onClick={() => setOpen('samples')}>
          Sample fortnights
        </button>
      </li>
      <li>
        <button type="button" className="place" onClick={() => setOpen('start again')}>
          Start again
        </button>
      </li>
      {open === 'samples' && <ChooseSample close={() => setOpen(null)} />}
      {open === 'start again' && (
        <Dialog title="Start again?" close={() => setOpen(null)}>
          <p>
            Everything in this practice workspace is removed: messages, inspections and their records. It cannot be
            undone.
          </p>
          <div className="foot">
            <button type="button" onClick={() => setOpen(null)}>
              Keep everything
            </button>
            <button type="button" className="main danger" onClick={() => void startAgain()}>
              Remove and start again
            </button>
          </div>
        </Dialog>
      )}
    </ul>
  );
};
