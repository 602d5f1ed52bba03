import { askIn } from './socket.ts';

/** The socket at which the owner of a folder answers, in that folder. */
export const ownerSocket = 'owner.sock';

/** The owner of a folder was reached and did not do what it was asked, or nobody knows whether it did. The message says why. */
export class NotAnswered extends Error {
  override name = 'NotAnswered';
}

/** Whoever owns a folder may be asked something over its socket: a value of JSON each way. */
export type Handler = (request: unknown) => Promise<unknown>;

export type Answering = {
  /** From here on `handler` answers what `askOwner` asks. What it throws is told to whoever asked, by its message. */
  answering(handler: Handler): void;
};

/** How a line that came is answered with a line. */
export const answeringLines =
  (handler: () => Handler | null) =>
  async (line: string): Promise<string> => {
    try {
      const act = handler();
      if (act === null) throw new Error('it takes no requests; ask again once it is done');
      return JSON.stringify({ answer: await act(JSON.parse(line)) });
    } catch (error) {
      return JSON.stringify({ refused: error instanceof Error ? error.message : String(error) });
    }
  };

/**
 * Asks the process that owns a data folder, which may be stopped or busy: ten seconds are waited for it. Null where nobody owns the
 * folder, or where it can't be reached from here: then the folder is to be owned by whoever asks, which says who has it.
 * @throws NotAnswered
 */
export const askOwner = async ({ folder }: { folder: string }, request: unknown): Promise<unknown> => {
  let line: string | null;
  try {
    line = await askIn(folder, ownerSocket, JSON.stringify(request));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new NotAnswered(`The app that owns ${folder} did not answer: ${why}. Whether it was done is not known.`);
  }
  if (line === null) return null;
  const said: { answer?: unknown; refused?: string } = JSON.parse(line);
  if (said.refused !== undefined) throw new NotAnswered(said.refused);
  return said.answer;
};
