import { describe, expect, it } from 'vitest';
import type { EvidenceContent } from '../../../src/domain/matters/evidence-content.ts';
import { page, stored } from '../../support/acts.ts';
import { type Fortnight, northmoor, openFortnight, startNorthmoor } from '../../support/fortnight.ts';
import { team } from '../../support/workspace.ts';

const inspectors = Array.from({ length: 50 }, (_, place) => `UMANY${place + 1}`);
const linesEach = 3;

/** Northmoor with fifty inspectors beside its lead. */
const opened = async (): Promise<Fortnight> => {
  const fortnight = await openFortnight({ others: inspectors.length });
  await startNorthmoor(fortnight);
  const chosen = (user: string) => ({ team: team.id, user, name: `Member ${user.slice(5)}`, fullMember: true });
  const kept = await fortnight.inspections().record(
    northmoor,
    {
      type: 'SetTeam',
      lead: chosen('UANA'),
      deputy: null,
      inspectors: inspectors.map(chosen),
      partnerInspectors: [],
      analysts: [],
      qualityAssuranceManager: null,
      observers: [],
    },
    { person: { team: team.id, user: 'UANA' }, at: '2013-11-19T09:00:00.000Z', request: 'fifty' },
  );
  if ('refusals' in kept) throw new Error(kept.refusals.map(({ words }) => words).join(' '));
  return fortnight;
};

/** Records by line and then by form, one after the other as a person does. Gives each text with the item it was told. */
const recordsAll = async (fortnight: Fortnight, user: string): Promise<[string, string][]> => {
  const inspector = fortnight.slack.person(user);
  const direct = await inspector.directChannel();
  const told: [string, string][] = [];
  for (let number = 1; number <= linesEach; number += 1) {
    const text = `Seen by ${user}, ${number} times`;
    const { said } = await inspector.command(direct, `evidence help + ${text}`);
    told.push([text, said?.text.match(/^Saved (E-\d+)/)?.[1] ?? `not saved: ${said?.text}`]);
  }
  const text = `In a form of ${user}`;
  await inspector.command(direct, 'evidence');
  const { view } = await inspector.submit({
    'Judgement area': ['leadership'],
    'What did you find?': text,
    'It is': 'concern',
  });
  told.push([text, page({ view }).match(/Saved (E-\d+)/)?.[1] ?? 'not saved']);
  return told;
};

describe('fifty inspectors who record at once', () => {
  it('[S22] lose nothing, and each is told the number of their own item', async () => {
    const fortnight = await opened();
    const told = (await Promise.all(inspectors.map((user) => recordsAll(fortnight, user)))).flat();
    expect(told).toHaveLength(inspectors.length * (linesEach + 1));
    const kept = (await stored(fortnight)).filter(({ type }) => type === 'EvidenceRecorded');
    const byItem = new Map(kept.map(({ item, content }) => [item, (content as EvidenceContent).text]));
    expect(byItem.size).toBe(told.length);
    for (const [text, item] of told) expect(byItem.get(item)).toBe(text);
    await fortnight.restart();
    const { evidence } = await fortnight.inspections().of(northmoor);
    for (const [text, item] of told) expect(evidence.get(item)?.content.text).toBe(text);
  });
});
