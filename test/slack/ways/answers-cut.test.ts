import { setTimeout as pass } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { held, watchedFiles } from '../../store/watched-files.ts';
import { fillIn, judge, page, record, something, storedOf, told } from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';

/** Everything that the app wrote to somebody directly. */
const directly = (fortnight: Fortnight, who: Who): string =>
  fortnight.slack
    .directMessages(people[who])
    .map(({ text }) => text)
    .join('\n');

const isTold = (fortnight: Fortnight, words: string, who: Who = 'inspector') =>
  expect.poll(() => directly(fortnight, who)).toContain(words);

const opened = (over: 'sockets' | 'http') => openNorthmoor('sif-2013', {}, { over });

/** Sends the evidence form over a connection that is cut so many milliseconds later. */
const cutForm = async (fortnight: Fortnight, milliseconds: number, values: Record<string, string | string[]> = {}) => {
  await judge(fortnight, 'inspector', 'evidence');
  await fortnight.as('inspector').fill({ ...something, ...values });
  fortnight.slack.cutAfterSending(milliseconds);
  const outcome = await fortnight.as('inspector').submit();
  fortnight.faults.splice(0);
  return outcome;
};

describe.each(['sockets', 'http'] as const)('an answer whose connection breaks, over %s', (over) => {
  it.each([0, 1, 3, 6])('[D8] is told directly by number where a form was kept, cut after %i ms', async (cut) => {
    const fortnight = await opened(over);
    const { answered, view } = await cutForm(fortnight, cut);
    await expect.poll(() => storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
    if (answered) expect(page({ view })).toContain('Saved E-001');
    else await isTold(fortnight, 'E-001 is saved, in case you were not shown it.');
    expect(directly(fortnight, 'inspector')).not.toContain('strategy discussions');
    fortnight.faults.splice(0);
  });

  it('[D8] is told directly by number where a line was kept', async () => {
    const fortnight = await opened(over);
    fortnight.slack.cutAfterSending(0);
    expect((await judge(fortnight, 'inspector', 'evidence help - Seen late')).answered).toBe(false);
    await isTold(fortnight, 'E-001 is saved, in case you were not shown it.');
    expect(directly(fortnight, 'inspector')).not.toContain('Seen late');
    fortnight.faults.splice(0);
  });

  it('[D9] of a refusal is told by its field and kind, without what was typed; the form has it', async () => {
    const fortnight = await opened(over);
    await cutForm(fortnight, 0, { 'What did you find?': 'Child 943 476 5919 was seen late' });
    await isTold(fortnight, 'What did you find?: Something in it looks like an NHS number.');
    expect(directly(fortnight, 'inspector')).toContain('Where your form still stands, it has what you typed.');
    expect(directly(fortnight, 'inspector')).not.toMatch(/943|seen late/);
    expect(fortnight.as('inspector').typed()).toMatchObject({ text: 'Child 943 476 5919 was seen late' });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    fortnight.faults.splice(0);
  });

  it('[D8] [R4] of something restricted is told to its recorder alone, and says its number only', async () => {
    const fortnight = await opened(over);
    await cutForm(fortnight, 0, { Source: 'whistleblower', 'What did you find?': 'A worker spoke of the rota' });
    await expect.poll(() => directly(fortnight, 'inspector')).toMatch(/W-\w{4} is saved, in case/);
    expect(directly(fortnight, 'inspector')).not.toContain('rota');
    for (const who of ['secondInspector', 'observer', 'lead'] as const)
      expect(directly(fortnight, who)).not.toMatch(/W-\w{4}/);
    fortnight.faults.splice(0);
  });

  it('[D8] of several items names them all, and of a correction what was corrected', async () => {
    const fortnight = await opened(over);
    await judge(fortnight, 'inspector', 'evidence');
    const inspector = fortnight.as('inspector');
    await inspector.submit({ ...something, 'What did you find?': 'First\nSecond\nThird' });
    fortnight.slack.cutAfterSending(0);
    await inspector.submit();
    await isTold(fortnight, 'E-001, E-002 and E-003 are saved, in case you were not shown it.');
    await judge(fortnight, 'inspector', 'edit E-002');
    await inspector.fill({ 'What did you find?': 'Second, in other words' });
    fortnight.slack.cutAfterSending(0);
    await inspector.submit();
    await isTold(fortnight, 'Your change to E-002 is saved, in case you were not shown it.');
    fortnight.faults.splice(0);
  });

  it('[D8] is told though Slack does not take the message at first', async () => {
    const fortnight = await opened(over);
    await judge(fortnight, 'inspector', 'evidence');
    await fortnight.as('inspector').fill(something);
    fortnight.slack.fail('chat.postMessage', { status: 500 }, 1);
    fortnight.slack.cutAfterSending(0);
    await fortnight.as('inspector').submit();
    await isTold(fortnight, 'E-001 is saved, in case you were not shown it.');
    fortnight.faults.splice(0);
  });

  it('[D8] is told where it came too late for Slack', async () => {
    const watched = watchedFiles(0);
    const fortnight = await openNorthmoor('sif-2013', {}, { over, files: watched.files });
    await judge(fortnight, 'inspector', 'evidence');
    await fortnight.as('inspector').fill(something);
    const { reached, release } = held(watched, 'dataSync', `${northmoor}.jsonl`);
    const submitting = fortnight.as('inspector').submit();
    await reached;
    await pass(3100);
    release();
    await submitting;
    await isTold(fortnight, 'E-001 is saved, in case you were not shown it.');
    fortnight.faults.splice(0);
  });

  it('[D8] is not told again where it was shown', async () => {
    const fortnight = await opened(over);
    await record(fortnight, 'inspector', 'help - Late');
    await fillIn(fortnight, 'inspector', 'evidence', something);
    await pass(2500);
    expect(directly(fortnight, 'inspector')).not.toContain('in case you were not shown it');
  });
});

describe('an answer given right before the app stops', () => {
  it('[D8] is not told again', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late');
    await fortnight.restart();
    expect(told(await judge(fortnight, 'inspector', 'find late'))).toContain('E-001');
    expect(directly(fortnight, 'inspector')).not.toContain('in case you were not shown it');
  });
});
