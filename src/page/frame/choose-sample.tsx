import { useState } from 'react';
import { Dialog } from '../dialog.tsx';
import { whoeverActs } from '../state/address.ts';
import { useDoing, useRoom } from '../state/room.tsx';

/** Which sample fortnight is played, and how fast. */
export const ChooseSample = ({ close }: { close: () => void }) => {
  const { setup, go } = useRoom();
  const does = useDoing();
  const [sample, setSample] = useState(setup.samples[0]?.id ?? '');
  const play = async () => {
    close();
    const came = await does({ act: 'play', sample, into: false });
    if (came) go({ as: whoeverActs, at: '' });
  };
  return (
    <Dialog title="Play a sample fortnight" close={close}>
      <div className="body">
        <fieldset className="samples">
          <legend className="unseen">Which one</legend>
          {setup.samples.map(({ id, title, about }) => (
            <label key={id} className="sample">
              <input type="radio" name="sample" checked={sample === id} onChange={() => setSample(id)} />
              <span>
                <strong>{title}</strong>
                <br />
                {about}
              </span>
            </label>
          ))}
        </fieldset>
        <p className="hint">
          Everything in this practice workspace is removed first. You can pause, and take over in the middle to go on
          yourself.
        </p>
      </div>
      <div className="foot">
        <button type="button" onClick={close}>
          Cancel
        </button>
        <button type="button" className="main" disabled={sample === ''} onClick={() => void play()}>
          Play
        </button>
      </div>
    </Dialog>
  );
};
