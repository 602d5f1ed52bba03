import { describe, expect, it } from 'vitest';
import {
  allGood,
  fillIn,
  gradeAll,
  judge,
  page,
  readyToSign,
  record,
  signOff,
  storedOf,
  told,
  underFields,
  wholeSummary,
} from '../../support/acts.ts';
import { type Fortnight, northmoor, openNorthmoor, startNorthmoor } from '../../support/fortnight.ts';
import { people, type Who } from '../../support/people.ts';
import { everythingSaid, notInText } from '../../support/shown.ts';
import { teamChannel } from '../../support/workspace.ts';

const postSummary = async (fortnight: Fortnight, who: Who, channel = teamChannel): Promise<void> => {
  const [shown] = (await fortnight.as(who).command(channel, 'summary')).shown;
  if (!shown) throw new Error('There is no preview');
  await fortnight.as(who).press(shown, 'Post to the team channel');
};

/** Northmoor once, all good, signed off and posted; the channel is free for the next. */
const onceBefore = async (): Promise<Fortnight> => {
  const fortnight = await openNorthmoor();
  await readyToSign(fortnight);
  await signOff(fortnight);
  await postSummary(fortnight, 'lead');
  return fortnight;
};

/** What the start form says once the authority is named in it and it is asked whether that was inspected before. */
const inStartForm = async (fortnight: Fortnight, who: Who): Promise<string> => {
  await judge(fortnight, who, 'start');
  await fortnight.as(who).fill({ 'Local authority': 'Northmoor' });
  await fortnight.as(who).press('view', 'Inspected before?');
  return page({ view: fortnight.as(who).view() });
};

const again = 'northmoor-2013-11-19-2';

describe('an inspection of an authority that was inspected before', () => {
  it('[BA5] says so at the start, and takes the earlier one in by one press', async () => {
    const fortnight = await onceBefore();
    await judge(fortnight, 'lead', 'start');
    const started = await fortnight
      .as('lead')
      .submit({ 'Local authority': 'NORTH-MOOR', 'First day on site': '2013-11-19' });
    expect(page(started)).toContain('In this store, of the same authority');
    expect(page(started)).toContain(
      'Single inspection framework, made from 19 November 2013, published 19 November 2013',
    );
    expect(page(started)).toContain('Overall effectiveness good');
    const said = told(await judge(fortnight, 'lead', `previous take ${northmoor}`));
    expect(said).toContain('Saved V-001');
    expect(await storedOf(fortnight, 'PreviousEntered', 'north-moor-2013-11-19')).toMatchObject([
      { item: 'V-001', from: northmoor, framework: { id: 'sif-2013' } },
    ]);
    expect(told(await judge(fortnight, 'lead', 'previous'))).not.toContain('In this store');
  });

  it('[BA5] [U15] shows it in the start form already to those who may start one, and keeps what is typed', async () => {
    const fortnight = await onceBefore();
    const words = await inStartForm(fortnight, 'deputy');
    expect(words).toContain('Inspected before (signed off and posted in this store):');
    expect(words).toContain('Single inspection framework, made from 19 November 2013, published 19 November 2013');
    expect(words).toContain('Overall effectiveness good');
    await fortnight.slack.invite(people.guest, teamChannel);
    expect(await inStartForm(fortnight, 'guest')).toContain('No earlier inspection of Northmoor was signed off');
    const deputy = fortnight.as('deputy');
    expect(deputy.typed()).toMatchObject({ authority: 'Northmoor' });
    await deputy.fill({ 'Local authority': 'Southport', 'First day on site': '2018-03-06' });
    expect(page({ view: deputy.view() })).not.toContain('Single inspection framework, made');
    await deputy.press('view', 'Inspected before?');
    expect(page({ view: deputy.view() })).toContain('No earlier inspection of Southport was signed off');
  });

  it('[BA5] tells nobody beyond its team before the earlier one is posted', async () => {
    const fortnight = await openNorthmoor();
    await readyToSign(fortnight);
    await signOff(fortnight);
    expect(await inStartForm(fortnight, 'lead')).toContain(
      'No earlier inspection of Northmoor was signed off and posted',
    );
    await fortnight.as('lead').closeView();
    await startNorthmoor(fortnight);
    expect(told(await judge(fortnight, 'lead', 'previous'))).toContain('and unpublished');
    expect(told(await judge(fortnight, 'lead', 'previous take southport-2013-11-19'))).toContain('Nothing called');
  });

  it('[BA3] says in the summary what moved, and what became of the recommendations', async () => {
    const fortnight = await onceBefore();
    await startNorthmoor(fortnight);
    await judge(fortnight, 'lead', `previous take ${northmoor}`);
    await gradeAll(fortnight, { ...allGood, help: 'requires-improvement' });
    const words = await wholeSummary(fortnight, 'lead');
    expect(words).toContain('down from good (2013)');
    expect(words).toContain('good as before (2013)');
    expect((await fortnight.inspections().of(again)).previous.size).toBe(1);
  });
});

describe('an earlier inspection entered by hand', () => {
  const entered = async (): Promise<Fortnight> => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'inspector', 'previous add');
    const inspector = fortnight.as('inspector');
    await inspector.fill({ Framework: 'ucra-2009' });
    await inspector.submit({
      'Published on': '2011-03-01',
      Recommendations: 'Hold strategy discussions within a day\n\nWrite down who decided and why',
    });
    await inspector.closeView();
    return fortnight;
  };

  it('[BA1] asks in the words of its framework', async () => {
    const fortnight = await openNorthmoor();
    await judge(fortnight, 'lead', 'previous add');
    const lead = fortnight.as('lead');
    await lead.fill({ Framework: 'cp-2012' });
    const form = page({ view: lead.view() });
    expect(form).toContain('Adequate');
    expect(
      underFields(await lead.submit({ 'Published on': '2031-03-01', Recommendations: 'Write it down' })),
    ).toContain('one that has been');
    await lead.submit({ 'Published on': '2013-03-01' });
    expect(await storedOf(fortnight, 'PreviousEntered')).toMatchObject([
      { published: '2013-03-01', from: null, grades: [] },
    ]);
  });

  it('[U15] [BA2] follows each recommendation of the first visit to what became of it by the second', async () => {
    const fortnight = await entered();
    await record(fortnight, 'inspector', 'help + Held within a day in nine of ten cases');
    expect(told(await judge(fortnight, 'lead', 'previous V-001'))).toContain('not looked at yet');
    const refused = await fillIn(fortnight, 'lead', 'previous test V-001', {
      'What became of it?': 'met',
      'What did you see of it?': 'Nine of ten in time.',
      Evidence: ['E-001'],
    });
    expect(underFields(refused)).toBe('');
    const words = told(await judge(fortnight, 'lead', 'previous V-001'));
    expect(words).toContain('Nine of ten in time. (E-001)');
    expect(told(await judge(fortnight, 'lead', 'compare'))).toContain('recommendations: 1 met, 1 not looked at yet');
    expect(await wholeSummary(fortnight, 'lead')).toContain('1 met, 1 not looked at yet');
  });

  it('[BA2] names before signing what nobody has looked at', async () => {
    const fortnight = await entered();
    await readyToSign(fortnight);
    expect(page(await judge(fortnight, 'lead', 'sign-off'))).toContain(
      'What became of V-001’s two recommendations is not said',
    );
  });
});

describe('context', () => {
  it('[U4] [BA4] stands beside the grade in form and summary', async () => {
    const fortnight = await openNorthmoor();
    await fillIn(fortnight, 'analyst', 'context', {
      'Children in the area': '96,000',
      Offices: '6',
      'How it is run': 'trust',
      Partners: 'two health boards',
    });
    const words = '96,000 children · 6 offices · run by a trust or a company · partners: two health boards';
    await record(fortnight, 'inspector', 'help + On time');
    expect(page(await judge(fortnight, 'lead', 'grade help'))).toContain(words);
    const summary = await wholeSummary(fortnight, 'lead');
    expect(summary).toContain('it stands beside the grades and changes none');
    expect(summary).toContain(words);
  });
});

describe('comparing', () => {
  /** Southport, all good, led by somebody else; its quality assurance manager is Northmoor's deputy. */
  const southport = async (fortnight: Fortnight, inspectors: string[]): Promise<void> => {
    const lead = fortnight.as('outsider');
    await lead.command('COTHER', 'start');
    await lead.submit({
      'Local authority': 'Southport',
      Framework: 'sif-2013',
      'First day on site': '2013-11-19',
      'Lead inspector': people.outsider,
      Inspectors: inspectors,
      'Quality assurance manager': people.deputy,
    });
    await lead.closeView();
    const say = async (words: string, values: Record<string, string>) => {
      await lead.command('COTHER', words);
      const { errors } = await lead.submit(values);
      if (errors) throw new Error(JSON.stringify(errors));
      await lead.closeView();
    };
    for (const area of Object.keys(allGood)) {
      await lead.command('COTHER', `evidence ${area} + C-1 Seen at Southport only`);
      await lead.command('COTHER', `evidence ${area} - C-1 Seen at Southport only, too`);
      await say(`grade ${area}`, { Grade: 'good', 'Why this grade?': 'Good throughout.' });
    }
    await say('overall', {});
    await say('sign-off', {});
    await fortnight.as('deputy').command('COTHER', 'sign-off');
    await fortnight.as('deputy').submit({});
    await fortnight.as('deputy').closeView();
  };

  it('[BA6] shows side by side what grades rest on, of inspections that the asker may read', async () => {
    const fortnight = await openNorthmoor();
    await southport(fortnight, [people.inspector]);
    await gradeAll(fortnight, allGood);
    const words = told(await judge(fortnight, 'inspector', 'compare'));
    expect(words).toContain('Southport');
    expect(words).toContain('1 case');
    expect(words).toContain('6 strengths, 6 concerns');
    expect(words).toContain('Context: not recorded');
  });

  it('[BA6] shows of others what was signed off and posted, and nothing before', async () => {
    const fortnight = await openNorthmoor();
    await southport(fortnight, []);
    await gradeAll(fortnight, allGood);
    expect(told(await judge(fortnight, 'inspector', 'compare'))).not.toContain('Southport');
    await postSummary(fortnight, 'outsider', 'COTHER');
    const words = told(await judge(fortnight, 'inspector', 'compare'));
    expect(words).toContain('Of others only what was signed off and posted:');
    expect(words).toContain('Southport');
    expect(words.match(/^Context:/gm)).toHaveLength(1);
    expect(words).not.toContain('Seen at Southport');
  });

  it('[M3] says nothing in blocks that the text has not', async () => {
    const fortnight = await onceBefore();
    await startNorthmoor(fortnight);
    await judge(fortnight, 'lead', `previous take ${northmoor}`);
    for (const words of ['previous', 'previous V-001', 'previous nonsense', 'compare', 'context', 'summary'])
      await judge(fortnight, 'lead', words);
    for (const said of everythingSaid(fortnight.slack)) expect(notInText(said)).toEqual([]);
  });
});
