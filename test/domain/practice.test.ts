import { describe, expect, it } from 'vitest';
import { standingPractice } from '../../src/domain/matters/practice.ts';
import { stages } from '../../src/domain/matters/report.ts';
import { publishedOn } from '../../src/domain/published.ts';
import { itemWhole } from '../../src/words/items.ts';
import { plainText } from '../../src/words/message.ts';
import { minute, under } from '../support/given.ts';
import { erase, evidence, finding, withdraw, withdrawItem } from '../support/sent.ts';
import { practice } from '../support/sent-practice.ts';

const sif = under('sif-2013');
const strong = sif.started().and(evidence({ sign: 'strength', text: 'Nobody waits' }), 'inspector');
const of = (item: string, but = {}) => practice({ shares: item, ...but });
const shared = strong.and(of('E-001'), 'inspector');

describe('the day of publication', () => {
  it('[GP6] is the day that was kept, else that of the report’s published version, and not before it comes', () => {
    const versions = stages.reduce(
      (so, stage) => so.and({ type: 'KeepReportVersion', stage }, 'lead'),
      sif.signedOff(),
    );
    expect(publishedOn(sif.signedOff().state(), '2014-03-01')).toBeNull();
    expect(publishedOn(versions.state(), '2013-11-19')).toBe('2013-11-19');
    const kept = versions.and({ type: 'KeepDate', step: 'published', day: '2014-02-11' }, 'lead').state();
    expect(publishedOn(kept, '2014-02-11')).toBe('2014-02-11');
    expect(publishedOn(kept, '2014-02-10')).toBeNull();
  });
});

describe('good practice', () => {
  it('[GP1] is a strength or a finding of what is good, with what others could take from it', () => {
    strong.when(of('E-001'), 'inspector').keeps({ type: 'PracticeShared', item: 'B-001', shares: 'E-001' });
    strong.when(of('E-001', { take: ' ' }), 'inspector').refuses('take', 'what others could take');
    strong.when(of('E-009'), 'inspector').refuses('shares', 'There is no E-009');
    strong.and(evidence({}), 'inspector').when(of('E-002'), 'inspector').refuses('shares', 'is no strength');
    strong.and(withdraw('E-001'), 'lead').when(of('E-001'), 'inspector').refuses('shares', 'was withdrawn');
    shared.when(of('E-001'), 'lead').refuses('shares', 'marked already, as B-001');
    const joint = under('jtai-2016')
      .started()
      .and(evidence({ areas: ['response'] }), 'inspector');
    const said = (heading: string) => finding({ heading, area: 'response', remedy: 'Decide within a day' });
    joint
      .and(said('strengths'), 'lead')
      .when(of('F-001'), 'inspector')
      .keeps({ type: 'PracticeShared', shares: 'F-001' });
    joint.and(said('strengths'), 'inspector').when(of('F-001'), 'inspector').refuses('shares', 'only proposed');
    joint.and(said('needs-to-improve'), 'lead').when(of('F-001'), 'inspector').refuses('shares', 'to be put right');
  });

  it('[GP2] names no case, in none of its words', () => {
    for (const field of ['take', 'need', 'did', 'changed'])
      for (const named of ['C-017', 'c 17', 'C17'])
        strong.when(of('E-001', { [field]: `As with ${named} in May` }), 'lead').refuses(field, 'names a case');
    strong.when(of('E-001', { did: 'Looked at 943 476 5919' }), 'lead').refuses('did', 'an NHS number');
  });

  it('[GP3] is marked after sign-off too, and lapses no signature', () => {
    const signed = sif.signedOff();
    const after = signed.and(of('E-002'), 'qualityAssurance').state();
    expect(standingPractice(after)).toHaveLength(1);
    expect(after.sealed).toBe(true);
    expect(after.changedAt).toBe(signed.state().changedAt);
  });

  it('[GP4] stands no longer than its item: withdrawn or erased, it goes to nobody', () => {
    expect(standingPractice(shared.state())).toHaveLength(1);
    for (const gone of [withdraw('E-001'), erase('E-001'), withdrawItem('B-001'), erase('B-001')])
      expect(standingPractice(shared.and(gone, 'lead').state()), gone.type).toEqual([]);
    const erased = shared.and(erase('E-001'), 'lead').state();
    expect(plainText({ parts: itemWhole(erased, 'B-001', minute(90)) })).toContain(
      'It goes to nobody: E-001 was erased',
    );
  });
});
