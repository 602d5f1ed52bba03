import { inWordsOf } from '../domain/field.ts';
import { areaOf, listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { headingOf } from '../domain/matters/finding-content.ts';
import { type Practice, whyNotShared } from '../domain/matters/practice.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { correctedMark, withdrawnLine } from './correction.ts';
import { within } from './fitting.ts';
import { type Line, lineIf, type Part, paragraph } from './message.ts';
import { momentOf } from './times.ts';

/** How good practice is put. */

/** What may be said of it, in the order in which others read it. */
export const practiceFields = (inspection: Inspection) =>
  [
    { field: 'need', title: 'What was needed' },
    { field: 'did', title: 'What was done' },
    { field: 'changed', title: inWordsOf(inspection, 'What changed for the {child}') },
    { field: 'take', title: 'What others could take from it' },
  ] as const;

/** What is said of it. */
export const practiceTexts = (inspection: Inspection, practice: Practice): { title: string; text: string }[] =>
  practiceFields(inspection).flatMap(({ field, title }) => {
    const text = practice[field];
    return text === null ? [] : [{ title, text }];
  });

/** What it is about: the areas of its evidence, or where its finding stands; empty where the item is gone. */
export const practiceAbout = (inspection: Inspection, { shares }: Practice): string => {
  const finding = inspection.findings.get(shares)?.content;
  const areas = inspection.evidence.get(shares)?.content.areas ?? [finding?.area ?? []].flat();
  if (finding && areas.length === 0) return headingOf(inspection, finding.heading).label;
  return listed(
    areas.map((area) => areaOf(inspection.framework, area).short),
    'and',
  );
};

export const practiceLine = (inspection: Inspection, practice: Practice, _: string, most: number): Line => [
  { strong: practice.item },
  ` · good practice of ${practice.shares} · ${practiceAbout(inspection, practice)}${correctedMark(inspection, practice.item)}`,
  practice.withdrawn ? ' · withdrawn' : '',
  ` — ${within(practice.take, most)}`,
];

/** One in full. */
export const practiceParts = (inspection: Inspection, practice: Practice): Part[] => {
  const { item, shares, by, recordedAt, withdrawn } = practice;
  const gone = whyNotShared(inspection, shares);
  const about = practiceAbout(inspection, practice);
  return [
    { heading: `${item}: good practice${about === '' ? '' : `, ${about}`}${withdrawn ? ' (withdrawn)' : ''}` },
    {
      lines: [
        [`Of ${shares}, marked ${momentOf(inspection, recordedAt)} by ${nameOfPerson(inspection, by)}`],
        ...lineIf(gone !== null, `It goes to nobody: ${gone}`),
        ...withdrawnLine(withdrawn),
      ],
    },
    ...practiceTexts(inspection, practice).flatMap(({ title, text }) => [
      paragraph({ strong: title }),
      { quote: text },
    ]),
  ];
};
