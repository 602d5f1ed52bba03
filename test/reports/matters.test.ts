import { describe, expect, it } from 'vitest';
import type { RecordEntry } from '../../src/reports/record.ts';
import { copyToRead } from '../support/at-once.ts';
import { type Story, under } from '../support/given.ts';
import {
  acknowledge,
  closeConcern,
  concern,
  correctItem,
  erase,
  evidence,
  gradeOf,
  meeting,
  refer,
} from '../support/sent.ts';
import {
  answer,
  challenge,
  changeRecommendation,
  receive,
  recommend,
  request,
  takeBack,
  withdrawRecommendation,
} from '../support/sent-concern.ts';

/** The reading copy of a story's record; entries of these versions have no words left. */
const copyOf = (story: Story, wordless: readonly number[] = []): string => {
  const kept = story.entries().map(({ events, entered: { version, at, person } }): RecordEntry => {
    const hash = version.toString(16).padStart(64, '0');
    const words = wordless.includes(version) ? null : events;
    return { header: { version, recordedAt: at, person }, hash, events: words };
  });
  return copyToRead('northmoor-2013-11-19', kept);
};

/** The part under a heading, up to the next of its height. */
const partOf = (text: string, heading: string): string => {
  const height = heading.match(/^#+/)?.[0].length ?? 2;
  const from = text.indexOf(`\n${heading}`);
  if (from < 0) return '';
  const rest = text.slice(from + heading.length + 1);
  const to = rest.search(new RegExp(`\n#{1,${height}} `));
  return heading + (to < 0 ? rest : rest.slice(0, to));
};

const judged = under('sif-2013')
  .withEvidence()
  .and(gradeOf('help-and-protection', 'good', ['E-001']), 'lead');
const weak = judged.and(evidence({ text: '# Late *again*' }), 'inspector');
const item = [...weak.state().evidence.keys()].at(-1) ?? '';

const whole = weak
  .and(concern({}), 'observer')
  .and(refer('K-001', {}), 'lead')
  .and(acknowledge('K-001', {}), 'lead')
  .and(closeConcern('K-001'), 'lead')
  .and(meeting({ message2: '- not *a list*' }), 'lead')
  .and(challenge({ from: 'team', raisedBy: null, text: 'Three of five were late' }), 'inspector')
  .and(answer('H-001', {}), 'lead')
  .and(challenge({}), 'lead')
  .and(request({ askedOf: 'the analyst' }), 'lead')
  .and(receive('Q-001', { note: 'Two teams are missing' }), 'lead')
  .and(request({ what: 'Minutes of the board' }), 'lead')
  .and(takeBack('Q-002'), 'lead')
  .and(recommend({ evidence: [item] }), 'lead')
  .and(changeRecommendation('A-001', { evidence: [item], text: 'See every child alone' }), 'lead')
  .and(recommend({ evidence: [item], urgency: 'area-for-improvement' }), 'lead')
  .and(withdrawRecommendation('A-002'), 'lead');

describe('the copy to be read', () => {
  const copy = copyOf(whole);

  it('[V13] [CM3] has each child at risk with every step', () => {
    const part = partOf(copy, '## Children at risk');
    expect(part).toContain('### K-001\n\n- Case: C-017');
    expect(part).toMatch(/- Referred back to the authority: .*, to the duty team manager, as recorded by Ana Reyes/);
    expect(part).toMatch(/- Acknowledged: .*, by the head of service/);
    expect(part).toMatch(/- Closed: .*, by Ana Reyes\. What was done: Seen the same evening/);
    expect(part).toContain('> Left alone at night');
  });

  it('[V13] [CM10] has each meeting with its messages and what they trail', () => {
    const part = partOf(copy, '## Meetings');
    expect(part).toContain('### M-001: keep-in-touch meeting with the authority');
    expect(part).toContain('- Message 1, trailing Help and protection:\n\n  > Decisions at the front door are late');
    expect(part).toContain('  > \\- not \\*a list\\*');
  });

  it('[V13] [CM23] [U9] has each challenge, and keeps it beside the judgement that it is against', () => {
    const area = partOf(copy, '## Help and protection');
    expect(area).toContain('- Dissent H-001, by Chi Lam, of the team; not upheld:\n\n  > Three of five were late');
    expect(area).toContain('- Challenge H-002, by the authority, the director; not answered yet:');
    const part = partOf(copy, '## Challenges');
    expect(part).toContain('### H-001: against Help and protection, good (J-001)');
    expect(part).toContain('answer due Tuesday 26 November 2013');
    expect(part).toContain('> Twelve cases were seen');
  });

  it('[V13] [CM30] [U17] has each request and what became of it', () => {
    const part = partOf(copy, '## Requests to the authority');
    expect(part).toMatch(/- Asked: .*, by Ana Reyes, of the analyst\n- Needed by: Wednesday 20 November 2013/);
    expect(part).toContain('- Received: Tuesday 19 November 2013. Two teams are missing');
    expect(part).toMatch(/- Taken back: .*Reason: It stands in the self-evaluation/);
  });

  it('[V13] [CM41] [U14] has the recommendations in order of urgency, the withdrawn ones last', () => {
    const part = partOf(copy, '## Recommendations');
    expect(part).toMatch(
      /### A-001: Priority and immediate action\n[\s\S]*### A-002: Area for improvement \(withdrawn\)/,
    );
    expect(part).toContain('> See every child alone');
    expect(part).toContain('Reason: Said twice');
  });

  it('[V15] lets nobody’s words become a heading', () => {
    expect(copy).not.toMatch(/^# Late/m);
  });

  it.each([
    ['K-001', '## Children at risk', 'Left alone at night'],
    ['M-001', '## Meetings', 'front door are late'],
    ['H-001', '### H-001', 'Three of five were late'],
    ['Q-001', '### Q-001', 'Two teams are missing'],
    ['A-001', '### A-001', 'See every child alone'],
  ])('[V14] [CM6] leaves none of the words of %s once it is erased', (name, heading, words) => {
    expect(copy).toContain(words);
    const gone = whole.and(erase(name), 'lead');
    const versions = gone.state().erasedItems.get(name)?.versions ?? [];
    expect(versions.length).toBeGreaterThan(0);
    const text = copyOf(gone, versions);
    expect(partOf(text, heading)).toBe('');
    expect(text).not.toContain(words);
    expect(partOf(text, '## Erased items')).toContain(`${name} was erased on`);
  });

  it.each([
    ['M-001', 'meeting', meeting({ message1: 'Decisions are made in time' }), 'front door are late'],
    ['K-001', 'concern', concern({ text: 'Left with a neighbour' }), 'Left alone at night'],
    ['H-001', 'challenge', challenge({ text: 'Four of six were late' }), 'The sample was too small'],
    ['Q-001', 'request', request({ what: 'Minutes of the board' }), 'Audits of the last three months'],
  ])(
    '[V13] [V14] [E9] shows what %s said before it was corrected, and nothing of either once it is erased',
    (name, of, now, before) => {
      const so = judged
        .and(meeting({}), 'lead')
        .and(concern({}), 'lead')
        .and(challenge({}), 'lead')
        .and(request({}), 'lead');
      const corrected = so.and(correctItem(name, of, now), 'lead');
      const text = copyOf(corrected);
      expect(text).toMatch(/- Until it was corrected, .*, by Ana Reyes \(entry \d+, [0-9a-f]{6}\), it said:/);
      expect(text).toContain(before);
      const gone = corrected.and(erase(name), 'lead');
      expect(copyOf(gone, gone.state().erasedItems.get(name)?.versions ?? [])).not.toContain(before);
    },
  );
});
