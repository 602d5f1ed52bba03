import { describe, expect, it } from 'vitest';
import { fillIn, judge, page, record, told, underFields, wordsOf } from '../../support/acts.ts';
import { clockAt, sentTo } from '../../support/daily.ts';
import { type Fortnight, firstMorning, northmoor, openFortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';
import { teamChannel } from '../../support/workspace.ts';

const minutesTo2039 = (Date.parse('2039-11-30T02:25:00.000Z') - Date.parse(firstMorning)) / 60_000;
const years = 60 * 24 * 365;

/** When each item of evidence was recorded, in order. */
const dates = async (fortnight: Fortnight): Promise<string[]> =>
  (await fortnight.entries(northmoor))
    .filter(({ events }) => JSON.stringify(events).includes('EvidenceRecorded'))
    .map(({ header }) => header.recordedAt.slice(0, 16));

/** What the lead was told directly about a clock. */
const toLead = ({ slack }: Fortnight): string[] =>
  slack
    .directMessages(people.lead)
    .map(({ text }) => text)
    .filter((text) => /clock/.test(text));
const logged = ({ lines }: Fortnight): string[] => lines.filter((line) => /clock/.test(line));

describe('a wrong clock', () => {
  it.each([
    ['in 2039', minutesTo2039],
    ['back in 1970', -43 * years],
    ['an hour ahead, as after a wrong zone', 60],
    ['six minutes behind', -6],
  ])('[TM1] %s for one line dates nothing, and each line counts today', async (_, minutes) => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    fortnight.forward(1);
    fortnight.setWrong(minutes);
    await record(fortnight, 'inspector', 'help - Late again');
    fortnight.setWrong(0);
    for (let item = 3; item <= 7; item += 1) {
      fortnight.forward(1);
      await record(fortnight, 'inspector', `help - Late for the ${item}th time`);
    }
    expect(await dates(fortnight)).toEqual(
      ['00', '01', '02', '03', '04', '05', '06'].map((minute) => `2013-11-19T09:${minute}`),
    );
    expect(told(await judge(fortnight, 'lead', 'today'))).toContain('7 items');
    await fortnight.restart();
    await record(fortnight, 'inspector', 'help - And once more');
    expect((await dates(fortnight)).at(-1)).toBe('2013-11-19T09:06');
  });

  it('[TM1] that was wrong when the app started dates nothing either', async () => {
    const fortnight = await openFortnight();
    fortnight.setWrong(minutesTo2039);
    await fortnight.restart();
    await fortnight.as('lead').command(teamChannel, 'start');
    await fortnight
      .as('lead')
      .submit({ 'Local authority': 'Northmoor', Framework: 'sif-2013', 'First day on site': '2013-11-19' });
    await fortnight.as('lead').closeView();
    fortnight.forward(10);
    await record(fortnight, 'lead', 'help - Late in two cases');
    expect(await dates(fortnight)).toEqual(['2013-11-19T09:10']);
  });

  it('[TM1] is told of once to lead and log for as long as it lasts, and again when it comes again', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.tick();
    expect([...toLead(fortnight), ...logged(fortnight)]).toEqual([]);
    fortnight.setWrong(minutesTo2039);
    for (let minute = 0; minute < 3; minute += 1) {
      fortnight.forward(1);
      await fortnight.tick();
      await record(fortnight, 'inspector', 'help - Late in two cases');
    }
    expect(toLead(fortnight)).toEqual([
      expect.stringContaining(
        'Northmoor: the clock of the machine that Fortnight runs on is 26 years and 10 days ahead of Slack’s',
      ),
    ]);
    expect(logged(fortnight)).toEqual([expect.stringContaining('26 years and 10 days ahead of Slack’s')]);
    await fortnight.restart();
    await fortnight.tick();
    expect(toLead(fortnight)).toHaveLength(1);
    fortnight.setWrong(0);
    await fortnight.tick();
    fortnight.setWrong(-90);
    await fortnight.tick();
    expect(toLead(fortnight)).toHaveLength(2);
    expect(toLead(fortnight).at(-1)).toContain('1 hour and 30 minutes behind Slack’s');
    expect(logged(fortnight)).toHaveLength(3);
  });

  it('[TM1] is told of once Slack takes it', async () => {
    const fortnight = await openNorthmoor();
    fortnight.setWrong(60);
    fortnight.slack.fail('chat.postMessage', { error: 'internal_error' }, 2);
    await fortnight.tick();
    expect(toLead(fortnight)).toEqual([]);
    await fortnight.tick();
    await fortnight.tick();
    await fortnight.tick();
    expect(toLead(fortnight)).toHaveLength(1);
    expect(fortnight.faults.splice(0)).toHaveLength(1);
  });

  it('[TM1] that is less than five minutes off is gone by, and nobody is told', async () => {
    const fortnight = await openNorthmoor();
    fortnight.setWrong(4);
    await record(fortnight, 'inspector', 'help - Late in two cases');
    await fortnight.tick();
    expect(await dates(fortnight)).toEqual(['2013-11-19T09:04']);
    expect(toLead(fortnight)).toEqual([]);
  });

  it('[TM1] is not what a machine has that slept: time goes on from Slack’s next answer, and nobody is told', async () => {
    const fortnight = await openNorthmoor();
    fortnight.sleep(180);
    await fortnight.tick();
    await record(fortnight, 'inspector', 'help - Late in two cases');
    expect(await dates(fortnight)).toEqual(['2013-11-19T12:00']);
    expect([...toLead(fortnight), ...logged(fortnight)]).toEqual([]);
  });
});

/** A record whose last entry was dated ahead, as one kept by a machine and a Slack that were both wrong, or one that was imported. */
const ahead = async (minutes: number): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await record(fortnight, 'inspector', 'help - Late in two cases');
  fortnight.forward(minutes);
  await record(fortnight, 'inspector', 'help - Late again');
  fortnight.forward(1 - minutes);
  return fortnight;
};

describe('a record that is ahead of the clock', () => {
  it.each([
    ['by 26 years', minutesTo2039, '26 years and 10 days', '2039-11-30T02:25'],
    ['by two hours', 120, '1 hour and 59 minutes', '2013-11-19T11:00'],
    ['until the next morning', 24 * 60, '23 hours and 59 minutes', '2013-11-20T09:00'],
  ])(
    '[TM2] %s keeps its order, counts what is new, and lead and log are told by how much, once',
    async (_, minutes, by, last) => {
      const fortnight = await ahead(minutes);
      await fortnight.tick();
      await fortnight.tick();
      await record(fortnight, 'inspector', 'help - And a third time');
      await fortnight.tick();
      expect(await dates(fortnight)).toEqual(['2013-11-19T09:00', last, last]);
      expect(toLead(fortnight)).toEqual([expect.stringContaining(`Northmoor: the record is ${by} ahead of the clock`)]);
      expect(logged(fortnight)).toEqual([
        expect.stringContaining(`${northmoor}: the record is ${by} ahead of the clock`),
      ]);
      expect(told(await judge(fortnight, 'lead', 'today'))).toContain('3 items');
      await fortnight.restart();
      await record(fortnight, 'inspector', 'help - And a fourth');
      expect((await dates(fortnight)).at(-1)).toBe(last);
      await fortnight.tick();
      expect(toLead(fortnight)).toHaveLength(1);
    },
  );

  it('[TM2] sends its daily summary with what is new, and to a deputy who came while it was ahead', async () => {
    const fortnight = await ahead(minutesTo2039);
    await fillIn(fortnight, 'lead', 'team change', {
      'Deputy lead': people.secondInspector,
      Inspectors: [people.inspector],
    });
    await clockAt(fortnight, '2013-11-19 17:30');
    for (const who of ['lead', 'secondInspector'] as const)
      expect(sentTo(fortnight, who).map(({ words }) => words)).toEqual([expect.stringContaining('2 items')]);
    const home = await fortnight.as('inspector').openHome();
    expect(wordsOf(home?.blocks ?? [])).toContain('today: 2 items recorded');
  });

  it('[TM2] finds the message that stands already, and sends none twice', async () => {
    const fortnight = await ahead(120);
    fortnight.slack.fail('chat.postMessage', 'drop', 1);
    await judge(fortnight, 'inspector', 'concern A child is at risk');
    expect(fortnight.faults.splice(0)).toHaveLength(1);
    await fortnight.tick();
    await fortnight.tick();
    const sent = fortnight.slack.directMessages(people.lead).filter(({ text }) => text.includes('A child is at risk'));
    expect(sent).toHaveLength(1);
  });

  it('[TM2] is said of one that is less than a minute ahead to nobody', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.tick();
    fortnight.forward(-0.5);
    await fortnight.tick();
    expect([...toLead(fortnight), ...logged(fortnight)]).toEqual([]);
  });
});

describe('a message that Slack dated', () => {
  /** Somebody writes something and it is recorded at once, by a machine whose clock is so far behind; with a time of its own if given. */
  const recorded = async (fortnight: Fortnight, minutes: number, values = {}) => {
    fortnight.forward(10);
    fortnight.setWrong(-minutes);
    const ts = await fortnight.as('secondInspector').say(teamChannel, 'Strategy discussions were late');
    await fortnight.as('inspector').messageShortcut('record_message', teamChannel, ts);
    return fortnight.as('inspector').submit({ 'Judgement area': ['leadership'], 'It is': 'context', ...values });
  };

  it.each([1, 4, 5])('[TM3] is recorded at once by a clock that is %i min behind', async (minutes) => {
    expect(page(await recorded(await openNorthmoor(), minutes))).toContain('Saved E-001');
  });

  it('[TM3] is recorded in confidence, and corrected, by a clock that is four minutes behind', async () => {
    const fortnight = await openNorthmoor();
    expect(page(await recorded(fortnight, 4, { Source: 'whistleblower' }))).toContain('restricted');
    expect(page(await recorded(fortnight, 4))).toContain('Saved E-001');
    expect(page(await fillIn(fortnight, 'inspector', 'edit E-001', { 'It is': 'concern' }))).toContain('Saved');
  });

  it('[TM3] whose time somebody set further ahead is refused as what is typed is', async () => {
    const fortnight = await openNorthmoor();
    const inSeconds = Date.parse(firstMorning) / 1000 + 600;
    expect(underFields(await recorded(fortnight, 4, { 'Observed at': inSeconds + 120 }))).toContain('in the future');
    const typed = {
      'Judgement area': ['leadership'],
      'It is': 'context',
      'What did you find?': 'Late',
      'Observed at': inSeconds,
    };
    await fortnight.as('inspector').closeView();
    expect(underFields(await fillIn(fortnight, 'inspector', 'evidence', typed))).toContain('in the future');
  });
});
