import { ErrorCode } from '@slack/web-api';
import { NotGreeted, passing, pauseAskedFor, SlackRefused, slackError } from './errors.ts';

/** How long Slack is waited for before the start is given up, in milliseconds. */
const patience = 10_000;
const firstPause = 500;
const longestPause = 2000;

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

/** What stands between here and Slack, such as ECONNREFUSED; empty where it is not known. */
const causeOf = (error: unknown): string => (error instanceof Error ? codeOf(error.cause) || causeOf(error.cause) : '');

const away = (error: unknown): boolean =>
  error instanceof NotGreeted || [ErrorCode.RequestError, ErrorCode.HTTPError].some((code) => code === codeOf(error));

export const whatSlackSaid = (error: unknown): string => {
  const asked = pauseAskedFor(error);
  if (asked !== null)
    return `Slack asks to be left alone for ${Math.ceil(asked / 1000)} seconds. Start again after that.`;
  const name = slackError(error);
  if (name !== null) return `Slack does not work just now (${name}). Start again in a while.`;
  const cause = causeOf(error);
  return `Slack could not be reached${cause && ` (${cause})`}. Look at the network, and at SLACK_API_URL if it is set.`;
};

/**
 * Runs the steps of connecting. While Slack is away, or says that the fault passes, a step is tried again for about
 * ten seconds over all steps; what Slack refuses is refused at once.
 * @throws SlackRefused in one line; anything else that is not Slack's doing, as it is
 */
export const startingPatiently = () => {
  let late = false;
  const timer = setTimeout(() => {
    late = true;
  }, patience).unref();

  const step = async <Result>(act: () => Promise<Result>, look: string): Promise<Result> => {
    for (let pause = firstPause; ; pause = Math.min(pause * 2, longestPause)) {
      try {
        return await act();
      } catch (error) {
        const name = slackError(error);
        if (!away(error) && !passing.has(name ?? '')) {
          if (name === null) throw error;
          throw new SlackRefused(`Slack refused to connect (${name}). ${look}`, { cause: error });
        }
        const wait = pauseAskedFor(error) ?? pause;
        if (late || wait >= patience) throw new SlackRefused(whatSlackSaid(error), { cause: error });
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    }
  };

  return { step, over: () => clearTimeout(timer) };
};
