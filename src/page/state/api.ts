import type { Came, PageAct, Setup } from '../../practice/page-server/wire.ts';

/** What the server could not do, in its own words. */
export class NotDone extends Error {
  override name = 'NotDone';
}

export const unreachable = 'Practice does not answer. Is npm start still running?';

/** How long a page that is about to be left may still be there. */
const farewell = 5000;
let leaving = false;
addEventListener('beforeunload', () => {
  leaving = true;
  setTimeout(() => {
    leaving = false;
  }, farewell);
});

/**
 * Leaving the page breaks off what it waits for, though the server has it: nobody is told of that, unless the page is still
 * there after all.
 */
const notReached = async (): Promise<never> => {
  if (leaving) await new Promise((resolve) => setTimeout(resolve, farewell));
  throw new NotDone(unreachable);
};

const answerOf = async <Answer>(asked: Promise<Response>): Promise<Answer> => {
  const response = await asked.catch(notReached);
  const answer = (await response.json()) as Answer & { not?: string };
  if (!response.ok) throw new NotDone(answer.not ?? unreachable);
  return answer;
};

/** A browser takes no more than this along when its page is left. */
const mostCarried = 60_000;

/** What was sent arrives also where the page is loaded again meanwhile. */
const carried = (body: string): RequestInit => ({
  body,
  keepalive: new TextEncoder().encode(body).length < mostCarried,
});

export const askSetup = (): Promise<Setup> => answerOf(fetch('/api/setup'));

export const askToDo = (me: string, act: PageAct): Promise<Came> =>
  answerOf(
    fetch(`/api/act?as=${encodeURIComponent(me)}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...carried(JSON.stringify(act)),
    }),
  );
