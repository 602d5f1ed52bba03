import { useEffect } from 'react';
import { Blocks } from '../blocks/blocks.tsx';
import { useRoom } from '../state/room.tsx';

/** The app's Home, opened each time somebody looks at it, as Slack does. */
export const Home = () => {
  const { seen, act, say } = useRoom();
  const { me, home } = seen;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew for each person, not for each change
  useEffect(() => {
    act({ act: 'open home' }).catch((error: Error) => say(error.message));
  }, [me]);
  return (
    <main className="home">
      <h2>Fortnight: Home</h2>
      {home ? <Blocks blocks={home.blocks} spot={{ in: 'home' }} /> : <p>There is nothing here yet.</p>}
    </main>
  );
};
