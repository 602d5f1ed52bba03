import { readFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { subcommands } from '../../commands/index.ts';
import { kinds } from '../../src/domain/kinds.ts';
import type { Shown } from '../../src/slack/doctor.ts';
import { checkMessage, checkView } from '../conformance/of.ts';
import { filesBelow } from '../support/files.ts';
import { describeAgainst } from '../support/oracles.ts';
import { partsOf } from './drawings.ts';
import { rehearsed } from './rehearsed.ts';

const root = join(import.meta.dirname, '../..');
const asking: Shown[] = readFileSync(join(root, 'data/shown.jsonl'), 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

/** Every function of src/words that makes a whole message, as "case.ts caseMessage". */
const makers = filesBelow(join(root, 'src/words')).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/^export const (\w+) = \([^=]*?\): Message(?: \| null)? =>/gm)].map(
    ([, name]) => `${relative(join(root, 'src/words'), file)} ${name}`,
  ),
);

/** Lines of text and nothing else, in cases that going through the app does not come to. */
const notMade = [
  // Slack failed in the middle of it.
  'posting.ts notPosted',
  'posting.ts perhapsPosted',
  'posting.ts postedNotNoted',
  'unshown.ts savedUnshown',
  // A quarter of the performance profile, and the coordinator's own list of requests.
  'profile.ts quarterMessage',
  'request.ts coordinatorList',
  // A plan that was drawn from an authority's lists was taken in.
  'sample.ts sampleMessage',
];

/** What ran of src/words meanwhile, named in the same way. */
const ranDuring = async (act: () => Promise<void>): Promise<Set<string>> => {
  const session = new Session();
  session.connect();
  await session.post('Profiler.enable');
  await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  await act();
  const { result } = await session.post('Profiler.takePreciseCoverage');
  session.disconnect();
  const ran = result.flatMap(({ url, functions }) =>
    functions.flatMap(({ functionName, ranges }) => (ranges[0]?.count ? [`${url} ${functionName}`] : [])),
  );
  return new Set(ran.flatMap((each) => each.split('/src/words/')[1] ?? []));
};

let all: Awaited<ReturnType<typeof rehearsed>>;
let ran: Set<string>;
beforeAll(async () => {
  ran = await ranDuring(async () => {
    all = await rehearsed();
  });
}, 900_000);

const anew = 'npm run shown writes data/shown.jsonl anew';

describe('what Slack is asked about', () => {
  it('[DR15] has each form, each field in each state and each kind of block that the app makes, and no other', () => {
    const made = new Set(all.shown.flatMap(partsOf));
    const asked = new Set(asking.flatMap(partsOf));
    expect(
      [...made].filter((part) => !asked.has(part)),
      anew,
    ).toEqual([]);
    expect(
      [...asked].filter((part) => !made.has(part)),
      anew,
    ).toEqual([]);
  });

  it('[DR15] comes of every word, every form and every kind of item', () => {
    expect(all.faults).toEqual([]);
    expect(subcommands.filter(({ word }) => !all.answered.has(word)).map(({ word }) => word)).toEqual([]);
    const forms = new Set(asking.map(({ what }) => what.callback_id));
    expect(subcommands.filter(({ form, word }) => form && !forms.has(`form:${word}`)).map(({ word }) => word)).toEqual(
      [],
    );
    const letters = Object.entries(kinds).filter(
      ([, { all: of }]) => !all.inspections.some((each) => of(each).size > 0),
    );
    expect(letters.map(([letter]) => letter)).toEqual([]);
  });

  it('[DR16] comes of every function that makes a message, but those named here', () => {
    expect(makers.length).toBeGreaterThan(40);
    expect(makers.filter((maker) => !ran.has(maker)).sort()).toEqual(notMade.sort());
  });

  it('[DR15] is invented: it names nobody and no authority of the samples', () => {
    expect(JSON.stringify(asking)).not.toMatch(/Northmoor|Aldermere|Tidebourne|Ana Reyes/);
  });
});

describeAgainst('slack', 'what Slack is asked about, against its published limits', () => {
  it('[DR15] is what Slack takes', () => {
    const complaints = asking.flatMap(({ as, what }) => (as === 'view' ? checkView(what, as) : checkMessage(what, as)));
    expect(complaints).toEqual([]);
  });
});
