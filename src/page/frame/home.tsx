import { useEffect } from 'react';
import { Standing } from '../blocks/blocks.tsx';
import { useDoing, useRoom } from '../state/room.tsx';

/** The app's Home, opened each time somebody looks at it, as Slack does. */
export const Home = () => {
  const { seen } = useRoom();
  const does = useDoing();
  const { me, home } = seen;
  // biome-ignore lint/correctness/useExhaustiveDependencies: opened anew for each person, not for each change
  useEffect(() => {
    void does({ act: 'open home' });
  }, [me]);
  return (
    <main className="home">
      <h2>Fortnight: Home</h2>
      {home ? <Standing blocks={home.blocks} spot={{ in: 'home' }} /> : <p>There is nothing here yet.</p>}
    </main>
  );
};
