import { inWordsOf } from '../domain/field.ts';
import { areaOf, gradeInWords, listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Meeting, meetingLabels, untrailed } from '../domain/matters/meeting.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { correctedMark, withdrawnLine } from './correction.ts';
import { shortened, within } from './fitting.ts';
import type { Line, Part } from './message.ts';
import { momentSeenFrom } from './times.ts';

/** How meetings are put, and what the authority has not heard of yet. */

const trails = ({ framework }: Inspection, areas: readonly string[]): string =>
  areas.length === 0
    ? ''
    : ` (trails ${listed(
        areas.map((area) => areaOf(framework, area).short),
        'and',
      )})`;

/** One in full, for somebody of the team who asks. */
export const meetingParts = (inspection: Inspection, meeting: Meeting, at: string): Part[] => [
  {
    lines: [
      [
        { strong: `${inWordsOf(inspection, meetingLabels[meeting.kind])}, ${meeting.item}` },
        ` · held ${momentSeenFrom(inspection, meeting.heldAt, at)} · recorded by ${nameOfPerson(inspection, meeting.by)}${correctedMark(inspection, meeting.item)}`,
      ],
      [`There: ${meeting.present}`],
    ],
  },
  { list: meeting.messages.map(({ text, areas }): Line => [`${text}${trails(inspection, areas)}`]) },
  { lines: withdrawnLine(meeting.withdrawn) },
];

/** One in a list of answers. */
export const meetingLine = (inspection: Inspection, meeting: Meeting, at: string, most: number): Line => [
  { strong: meeting.item },
  ` · ${inWordsOf(inspection, meetingLabels[meeting.kind])} · ${momentSeenFrom(inspection, meeting.heldAt, at)}${correctedMark(inspection, meeting.item)}${meeting.withdrawn ? ` · withdrawn: ${shortened(meeting.withdrawn.reason, 80)}` : ''} — `,
  meeting.messages.map(({ text, areas }) => `${within(text, most)}${trails(inspection, areas)}`).join(' · '),
];

/** Each grade that the authority has not heard of as it stands, a sentence each. It blocks nothing. */
export const untrailedLines = (inspection: Inspection, at: string): Line[] =>
  untrailed(inspection).map(({ area, judgement, since }) => {
    const grade = `${areaOf(inspection.framework, area).short}, ${gradeInWords(inspection.framework, judgement.grade)}`;
    return since
      ? [
          `${grade}: it has changed since it was trailed ${momentSeenFrom(inspection, since.heldAt, at)} (${since.item})`,
        ]
      : [`${grade}: ${inWordsOf(inspection, 'never trailed to the {authority}')}`];
  });
