import { describe, expect, it } from 'vitest';
import { held, watchedFiles } from '../../store/watched-files.ts';
import { fillIn, judge, page, record, something, storedOf, told } from '../../support/acts.ts';
import { openFortnight, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';

const file = 'northmoor-2013-11-19.jsonl';

const opened = async () => {
  const watched = watchedFiles(0);
  const fortnight = await openFortnight({ files: watched.files });
  await startNorthmoor(fortnight);
  return { watched, fortnight };
};

describe('stopping', () => {
  it('[M10] waits for a form in hand: it is kept and its receipt arrives', async () => {
    const { watched, fortnight } = await opened();
    await judge(fortnight, 'inspector', 'evidence');
    await fortnight.as('inspector').fill(something);
    const { reached, release } = held(watched, 'dataSync', file);
    const submitting = fortnight.as('inspector').submit();
    await reached;
    let stopped = false;
    const stopping = fortnight.stop().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(stopped).toBe(false);
    expect(fortnight.slack.connections()).toBe(2);
    release();
    expect(page(await submitting)).toContain('Saved E-001');
    await stopping;
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toHaveLength(1);
    expect(fortnight.slack.connections()).toBe(0);
  });

  it('[M10] waits for the board', async () => {
    const { fortnight } = await opened();
    let release = () => {};
    fortnight.slack.delay(
      'chat.update',
      new Promise<void>((resolve) => {
        release = resolve;
      }),
    );
    const updates = () => fortnight.slack.calls.filter(({ method }) => method === 'chat.update').length;
    const before = updates();
    const recording = record(fortnight, 'inspector', 'help - Late in two cases');
    await expect.poll(updates).toBe(before + 1);
    const stopping = fortnight.stop();
    release();
    expect(await recording).toBe('E-001');
    await stopping;
    expect(fortnight.slack.channel('CTEAM').pinned()[0]?.text).toContain('1 item');
  });

  it('[D1] finds everything again after a restart, numbers going on', async () => {
    const { fortnight } = await opened();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await fortnight.restart();
    expect(told(await judge(fortnight, 'lead', 'find late'))).toContain('E-001');
    expect(await record(fortnight, 'inspector', 'help - Late again')).toBe('E-002');
  });

  it('[E4] the time recorded never runs backwards, whatever the clock does', async () => {
    const fortnight = await openNorthmoor();
    fortnight.forward(60);
    await record(fortnight, 'inspector', 'help - First');
    fortnight.forward(-30);
    await record(fortnight, 'inspector', 'help - Second');
    await fortnight.restart();
    const saved = await fillIn(fortnight, 'inspector', 'evidence', something);
    expect(page(saved)).toContain('Saved E-003');
    const times = (await fortnight.entries('northmoor-2013-11-19')).map(({ header }) => header.recordedAt);
    expect(times).toEqual([...times].sort());
    expect(times.at(-1)).toBe('2013-11-19T10:00:00.000Z');
  });
});
