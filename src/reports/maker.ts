import { parentPort } from 'node:worker_threads';
import { unmade } from './files.ts';
import { type Answer, type Asked, handed } from './papers.ts';
import { entriesOf } from './record.ts';
import { rendered } from './rendered.ts';

/** The thread in which papers are made, one after the other. */

const made = async (asked: Asked) => {
  if ('files' in asked) return rendered(asked.files);
  const { whole } = asked;
  const { ordinary, restricted } = whole;
  const entries = { ordinary: entriesOf(ordinary), restricted: restricted && entriesOf(restricted) };
  return rendered(unmade(whole, entries));
};

const answered = async (asked: Asked): Promise<void> => {
  const { number } = asked;
  const answer: Answer = await made(asked).then(
    (files) => ({ number, files }),
    (error: unknown) => ({ number, error }),
  );
  const files = 'files' in answer ? answer.files : [];
  parentPort?.postMessage(answer, handed(files.map(({ content }) => content)));
};

let last: Promise<void> = Promise.resolve();
parentPort?.on('message', (asked: Asked) => {
  last = last.then(() => answered(asked));
});
