import type { Act, Came, Setup } from '../../page-server/wire.ts';

/** What the server could not do, in its own words. */
export class NotDone extends Error {
  override name = 'NotDone';
}

const unreachable = 'Practice does not answer. Is npm start still running?';

const answerOf = async <Answer>(asked: Promise<Response>): Promise<Answer> => {
  const response = await asked.catch(() => {
    throw new NotDone(unreachable);
  });
  const answer = (await response.json()) as Answer & { not?: string };
  if (!response.ok) throw new NotDone(answer.not ?? unreachable);
  return answer;
};

export const askSetup = (): Promise<Setup> => answerOf(fetch('/api/setup'));

export const askToDo = (me: string, act: Act): Promise<Came> =>
  answerOf(
    fetch(`/api/act?as=${encodeURIComponent(me)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    }),
  );
