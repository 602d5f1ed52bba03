import { labelsInWordsOf } from '../../src/domain/field.ts';
import { nextStages, partPlaces, stageLabels } from '../../src/domain/matters/report.ts';
import { headingOf } from '../../src/domain/report/paper.ts';
import { type SectionStanding, standingSections } from '../../src/domain/report/standing.ts';
import { shortened } from '../../src/words/fitting.ts';
import { titled } from '../../src/words/message.ts';
import { aboutSection, beforeVersion } from '../../src/words/report.ts';
import type { AskOfInspection } from '../contract.ts';
import { box, labelled, radio, said } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Piece, type Values } from '../form.ts';
import { correcting, seenIn } from './meanwhile.ts';

/** The forms of the paper: writing a section in parts, returning one (`act` is "return"), keeping a version ("version"). */

const parts = partPlaces.map((place) => `part${place}`);
export const longReportTexts = [...parts, 'remark'];

/** How the section of this id stands; undefined where the paper has none that somebody's words fill. */
export const sectionOf = ({ inspection }: AskOfInspection, id: string): SectionStanding | undefined =>
  standingSections(inspection).find(({ section }) => section.id === id);

/** So many parts as are written, and one more. */
const shown = (values: Values, { parts: asked }: About): number => {
  const filled = parts.findLastIndex((part) => one(values, part) !== null) + 1;
  return Math.min(parts.length, Math.max(filled, Number(asked ?? 1)));
};

const hint =
  'A paragraph a line. A line that is only a number, such as E-014, quotes that item. A line that begins with - is a point of a list.';

const writing = ({ inspection }: AskOfInspection, standing: SectionStanding, values: Values, about: About): Piece[] => {
  const count = shown(values, about);
  return [
    said(...aboutSection(inspection, standing)),
    ...parts.slice(0, count).map((part, place) =>
      box(part, place === 0 ? 'What it says' : `Part ${place + 1}`, one(values, part), {
        required: place === 0,
        ...(place === 0 ? { hint } : {}),
      }),
    ),
    ...(count < parts.length
      ? [{ is: 'redraw', label: 'Another part', about: { parts: String(count + 1) } } satisfies Piece]
      : []),
  ];
};

const returning = (standing: SectionStanding, values: Values): Piece[] => [
  said(...(standing.own?.parts ?? []).map((quote) => ({ quote }))),
  box('remark', 'What is to be looked at again?', one(values, 'remark'), {
    hint: 'Whoever leads reads it above the section, until it is rewritten.',
  }),
];

const keeping = ({ inspection }: AskOfInspection, values: Values): Piece[] => [
  said(...titled(['Not as they should be yet:'], beforeVersion(inspection))),
  radio(
    'stage',
    'Which version is it?',
    labelled(nextStages(inspection), labelsInWordsOf(inspection, stageLabels)),
    one(values, 'stage'),
    { hint: 'The record keeps the paper as it stands now, under this name. A later one begins from it.' },
  ),
];

export const reportForm = (ask: AskOfInspection, values: Values, about: About): Form => {
  const standing = sectionOf(ask, about.section ?? '');
  if (about.act === 'version' || !standing)
    return { of: 'report', title: 'Keep a version', submit: 'Keep', pieces: keeping(ask, values), about };
  const returns = about.act === 'return';
  return {
    of: 'report',
    title: shortened(`${returns ? 'Return' : 'Write'}: ${headingOf(ask.inspection, standing.section)}`, 24),
    submit: returns ? 'Return' : 'Save',
    pieces: returns ? returning(standing, values) : writing(ask, standing, values, about),
    about,
  };
};

/** A section as it is written, to be rewritten. */
export const rewrittenSection = (ask: AskOfInspection, item: string): Form | null => {
  const own = ask.inspection.reportSections.get(item);
  if (!own) return null;
  const values = Object.fromEntries(own.parts.map((text, place) => [`part${place + 1}`, text]));
  return reportForm(ask, values, { ...correcting(ask, item), section: own.section });
};

/** What a form sends, for its door to read. */
export const reportCommand = (values: Values, about: About): Record<string, unknown> => {
  const { act, item, section } = about;
  if (act === 'version') return { type: 'KeepReportVersion', stage: one(values, 'stage') };
  if (act === 'return') return { type: 'ReturnSection', section, remark: one(values, 'remark') };
  return {
    ...(item ? { type: 'CorrectItem', of: 'section', item, seen: seenIn(about) } : { type: 'WriteSection', section }),
    ...fieldsIn(values, ...parts),
  };
};
