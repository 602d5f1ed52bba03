import { inWordsOf } from '../../src/domain/field.ts';
import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { withoutGrounds } from '../../src/domain/matters/line.ts';
import { originsIn, standingLabels, standings } from '../../src/domain/matters/line-content.ts';
import { bearingInWords, lineLine } from '../../src/words/line.ts';
import { counted, type Line } from '../../src/words/message.ts';
import type { AskOfInspection, Receipt, Reply } from '../contract.ts';
import {
  areasToChoose,
  box,
  choicesOf,
  labelled,
  menu,
  menuOfMany,
  person,
  radio,
  redrawing,
  saidLines,
  search,
} from '../fields.ts';
import { type About, type Candidates, type Choice, type Form, fieldsIn, one, several, type Values } from '../form.ts';
import { receiptOf } from '../receipt.ts';
import { keeps } from '../reply.ts';
import { evidenceChosen, evidenceFitting, latestStanding } from './chosen-evidence.ts';
import { correcting, seenIn } from './meanwhile.ts';
import { askAboutNames } from './names.ts';

/** The forms of a line of enquiry; `about.item` is the line, `about.what` whether it is settled or linked, and not worded. */

const drawWording = ({ inspection, by }: AskOfInspection, values: Values, about: About): Form => ({
  of: 'line',
  title: about.item ? `Change ${about.item}` : 'Open a line of enquiry',
  submit: 'Save',
  pieces: [
    box('hypothesis', 'What is to be tested?', one(values, 'hypothesis'), {
      hint: 'One sentence that evidence can confirm or contradict. No names.',
    }),
    menu('origin', 'Where does it come from?', choicesOf(originsIn(inspection)), one(values, 'origin'), {
      hint: inWordsOf(
        inspection,
        'Claims of the {authority}’s self-evaluation are counted: how many were tested, and how many stood.',
      ),
    }),
    menuOfMany('areas', 'Judgement area', areasToChoose(inspection.framework.areas), several(values, 'areas')),
    person('owner', 'Who follows it?', one(values, 'owner') ?? by.user),
  ],
  about,
});

/** Why the reason is needed: the box asks for it as the standing chosen has it. */
const neededHints = {
  'set-aside': 'Needed to set it aside. It stays in the record.',
  tested: 'Needed, since no linked evidence bears it out: say what it rests on.',
} as const;

const drawSettling = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const line = inspection.lines.get(about.item ?? '');
  const standing = standings.find((each) => each === one(values, 'standing')) ?? line?.standing ?? null;
  const needed = line && standing ? withoutGrounds(line, standing, inspection) !== null : false;
  return {
    of: 'line',
    title: `Settle ${about.item}`,
    submit: 'Save',
    pieces: [
      ...(line
        ? [saidLines(lineLine(inspection, line, 600), [`Evidence linked: ${bearingInWords(inspection, line)}.`])]
        : []),
      redrawing(radio('standing', 'It is', labelled(standings, standingLabels), standing)),
      box('reason', 'Why?', one(values, 'reason'), {
        required: needed,
        hint: needed ? neededHints[standing === 'set-aside' ? 'set-aside' : 'tested'] : 'It stays in the record.',
      }),
    ],
    about,
  };
};

const bearings: Choice[] = [
  { value: 'for', label: 'For it' },
  { value: 'against', label: 'Against it' },
  { value: 'neither', label: 'Neither: take it off this line' },
];

const drawLinking = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const line = inspection.lines.get(about.item ?? '');
  return {
    of: 'line',
    title: `Link to ${about.item}`,
    submit: 'Link',
    pieces: [
      ...(line ? [saidLines(lineLine(inspection, line, 600))] : []),
      search('evidence', 'Evidence', evidenceChosen(inspection, several(values, 'evidence')), {
        hint: 'Type a number or a word. Items of the line’s areas come first.',
      }),
      radio('bears', 'It speaks', bearings, one(values, 'bears')),
    ],
    about,
  };
};

export const drawLine = (ask: AskOfInspection, values: Values, about: About): Form => {
  if (about.what === 'settle') return drawSettling(ask, values, about);
  return about.what === 'link' ? drawLinking(ask, values, about) : drawWording(ask, values, about);
};

/** A line as it is worded, to be changed. */
export const correctedLine = (ask: AskOfInspection, item: string): Form | null => {
  const content = ask.inspection.lines.get(item)?.content;
  if (!content) return null;
  return drawLine(ask, { ...content, owner: content.owner.user }, { ...correcting(ask, item), what: 'change' });
};

const linkedLines = ({ events }: Receipt): Line[] =>
  events.flatMap((event) => {
    if (event.type !== 'EvidenceLinked') return [];
    const how = event.bears === 'neither' ? 'taken off it' : `${event.bears} it`;
    return [[`${counted(event.evidence.length, 'item')} ${how}.`]];
  });

const receipt = (ask: AskOfInspection) => receiptOf(ask, (kept) => [{ lines: linkedLines(kept) }]);

/** What a form sends, for its door to read. */
const commandIn = (values: Values, about: About): Record<string, unknown> => {
  const { item, what } = about;
  if (what === 'settle') return { type: 'SettleLine', item, ...fieldsIn(values, 'standing', 'reason') };
  if (what === 'link')
    return { type: 'LinkEvidence', item, evidence: several(values, 'evidence'), bears: one(values, 'bears') };
  return {
    ...(item ? { type: 'ChangeLine', item, seen: seenIn(about) } : { type: 'OpenLine' }),
    ...fieldsIn(values, 'hypothesis', 'origin'),
    areas: several(values, 'areas'),
    owner: one(values, 'owner'),
  };
};

export const submittedLine = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['hypothesis', 'reason'], drawLine) ??
  keeps(commandIn(values, about), receipt(ask));

/** Items that stand and fit what was typed, those of the line's areas first, newest first. */
export const searchLinking = ({ inspection }: AskOfInspection, about: About, query: string): Candidates => {
  const areas = inspection.lines.get(about.item ?? '')?.content.areas ?? [];
  const [within, others]: [Evidence[], Evidence[]] = [[], []];
  for (const each of latestStanding(inspection))
    (each.content.areas.some((area) => areas.includes(area)) ? within : others).push(each);
  return evidenceFitting([...within, ...others], query);
};
