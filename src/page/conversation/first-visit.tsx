import { useState } from 'react';
import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { ChooseSample } from '../frame/choose-sample.tsx';
import { useDoing, useRoom } from '../state/room.tsx';

/** What somebody new may do first: three doors. */
export const FirstVisit = ({ conversation: { id, direct, private: closed } }: { conversation: SeenConversation }) => {
  const { setup, go } = useRoom();
  const does = useDoing();
  const [choosing, setChoosing] = useState(false);
  if (direct)
    return <p className="first-visit">Fortnight writes here what is meant for you alone, such as the daily summary.</p>;
  if (!closed) return <p className="first-visit">Nothing about an inspection is ever posted in a public channel.</p>;
  const inMiddle = setup.samples.find(({ stepInto }) => stepInto);
  const stepInto = async (sample: string) => {
    const came = await does({ act: 'play', sample, into: true });
    if (came) go({ as: came.seen.me, at: '' });
  };
  return (
    <section className="first-visit" aria-label="Three ways to begin">
      <button type="button" className="main" onClick={() => void does({ act: 'begin', channel: id })}>
        Start an inspection with this team
      </button>
      <p>A form with the team filled in. You are the lead inspector.</p>
      {inMiddle && (
        <>
          <button type="button" onClick={() => void stepInto(inMiddle.id)}>
            Step into day 6 of a running one
          </button>
          <p>Five days of evidence are there in seconds, and everything is yours to use.</p>
        </>
      )}
      <button type="button" onClick={() => setChoosing(true)}>
        Watch one from start to end
      </button>
      <p>You see what each person sees and does, up to the posted summary.</p>
      {choosing && <ChooseSample close={() => setChoosing(false)} />}
      <p className="hint">Everybody is invented, and everything stays on this machine.</p>
    </section>
  );
};
