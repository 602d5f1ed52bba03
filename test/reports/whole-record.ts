import { randomBytes } from 'node:crypto';
import { openInspections } from '../../src/inspections.ts';
import { realFiles } from '../../src/store/files.ts';
import { jsonLines } from '../../src/store/json-lines.ts';
import { postgres } from '../../src/store/postgres.ts';
import { framework } from '../support/frameworks.ts';
import { minute, person } from '../support/given.ts';
import type { Who } from '../support/people.ts';
import {
  changeSettings,
  edit,
  erase,
  evidence,
  gradeOf,
  linkTo,
  openLine,
  overall,
  registerCase,
  type Sent,
  setTeam,
  settle,
  signOff,
  startNorthmoor,
} from '../support/sent.ts';

export const northmoor = 'northmoor-2013-11-19';

const parts = { random: randomBytes, report: () => undefined };

/** The app's own store on a folder, or in a database by its address, and what it keeps. */
export const openedIn = async (place: string) => {
  const store = await (place.startsWith('postgresql:')
    ? postgres({ address: place, ...parts })
    : jsonLines({ folder: place, files: realFiles, ...parts }));
  return { store, inspections: await openInspections(store, () => undefined) };
};

/** What somebody confided; it stands in the restricted record only. */
export const confided = 'Two workers were told to enter visits that were not made.';

/** Words that Markdown would take for markup, if it were let. */
export const awkward = '# Not a heading\n- [not a link](http://x) <b>nor</b> *this*\n1. nor this';

const areas = framework('sif-2013').areas.map(({ id }) => id);

/** What people did, in order: every kind of thing that a record can hold. */
const acts: [Who, Sent][] = [
  ['lead', setTeam({})],
  ...areas.map((area): [Who, Sent] => [
    'inspector',
    evidence({ areas: [area], text: `Seen in ${area}`, sign: area === 'adoption' ? 'strength' : 'concern' }),
  ]),
  ['inspector', edit('E-001', { text: 'Seen in help-and-protection, put better' })],
  ['inspector', evidence({ text: awkward })],
  ['inspector', evidence({ text: 'Words that must go' })],
  ['inspector', evidence({ text: 'Another child’s record' })],
  ['inspector', { type: 'WithdrawEvidence', item: 'E-009', reason: 'It was another child’s' }],
  ['inspector', gradeOf('help-and-protection', 'good', ['E-001'])],
  ['lead', gradeOf('help-and-protection', 'inadequate', ['E-001', 'E-008'])],
  ...areas.map((area, index): [Who, Sent] => ['lead', gradeOf(area, 'good', [`E-00${index + 1}`])]),
  ['lead', overall('good', 'Good throughout.')],
  ['inspector', openLine({ hypothesis: awkward })],
  ['lead', linkTo('L-001', ['E-001'], 'for')],
  ['lead', settle('L-001', 'confirmed', 'Seen in every team')],
  ['inspector', registerCase({ site: '# East *office*' })],
  ['lead', changeSettings({})],
  ['lead', { type: 'ClaimPosting', posting: 'summary 20' }],
  [
    'lead',
    {
      type: 'NotePosting',
      posting: 'summary 20',
      slack: { channel: 'CTEAM', ts: '1.2' },
      text: 'What was posted\n```\nto the letter',
    },
  ],
  ['lead', signOff],
  ['qualityAssurance', signOff],
];

const kept = (answer: object): void => {
  if ('refusals' in answer) throw new Error(`What was given was refused: ${JSON.stringify(answer)}`);
};

/** A signed-off inspection of Northmoor, kept in a folder or database that nobody uses any more. E-008 is erased. */
export const recordedIn = async (place: string, { restricted }: { restricted: boolean }): Promise<void> => {
  const { store, inspections } = await openedIn(place);
  const by = (who: Who, n: number) => ({ person: person(who), at: minute(n), request: `request ${n}` });
  kept(await inspections.start(startNorthmoor(framework('sif-2013')), by('lead', 0)));
  if (restricted) {
    const content = evidence({ text: confided, source: 'whistleblower' });
    const command = { ...content, type: 'RecordRestrictedEvidence', item: 'W-7K2Q' };
    kept(await inspections.recordRestricted(northmoor, command, by('inspector', 1)));
  }
  for (const [index, [who, command]] of acts.entries())
    kept(await inspections.record(northmoor, command, by(who, index + 1)));
  kept(await inspections.record(northmoor, erase('E-008'), by('lead', 80)));
  const { erasedItems } = await inspections.of(northmoor);
  for (const version of erasedItems.get('E-008')?.versions ?? []) await store.erase(northmoor, version);
  await inspections.close();
};
