import type { SeenConversation } from '../../practice/page-server/wire.ts';
import { useRoom } from '../state/room.tsx';

/** What somebody new does first. */
export const FirstVisit = ({ conversation: { direct, private: closed } }: { conversation: SeenConversation }) => {
  const { setup } = useRoom();
  if (direct)
    return <p className="first-visit">Fortnight writes here what is meant for you alone, such as the daily summary.</p>;
  if (!closed) return <p className="first-visit">Nothing about an inspection is ever posted in a public channel.</p>;
  return (
    <p className="first-visit">
      Type <kbd>{setup.command} start</kbd> below and press Enter to set up an inspection with this team.
      <br />
      Or look on first: play one of the sample fortnights, under Practice. Everything here stays on this machine.
    </p>
  );
};
