import { withoutGrounds } from '../../src/domain/matters/line.ts';
import { standingLabels, standings } from '../../src/domain/matters/line-content.ts';
import { bearingInWords, lineLine } from '../../src/words/line.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { sayRefusals } from '../contract.ts';
import { type About, box, type Form, one, radio, redrawing, saidLines, type Values } from '../form.ts';
import { lineReceipt } from './line-receipts.ts';
import { askAboutNames, namesPieces } from './names.ts';

/** Saying how a line stands: confirmed, contradicted, set aside, or open again. */

/** Why the reason is needed: the box asks for it as the standing chosen has it. */
const neededHints = {
  'set-aside': 'Needed to set it aside. It stays in the record.',
  tested: 'Needed, since no linked evidence bears it out: say what it rests on.',
} as const;

export const drawSettling = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
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
      redrawing(
        radio(
          'standing',
          'It is',
          standings.map((value) => ({ value, label: standingLabels[value] })),
          standing,
          {},
        ),
      ),
      box('reason', 'Why?', one(values, 'reason'), {
        required: needed,
        hint: needed ? neededHints[standing === 'set-aside' ? 'set-aside' : 'tested'] : 'It stays in the record.',
      }),
      ...namesPieces(about),
    ],
    about,
  };
};

export const submittedSettling = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const names = askAboutNames(ask, values, about, ['reason'], (asking) => drawSettling(ask, values, asking));
  if (names) return names;
  const command = {
    type: 'SettleLine',
    item: about.item,
    standing: one(values, 'standing'),
    reason: one(values, 'reason'),
  };
  return { keep: { in: 'inspection', command }, receipt: lineReceipt, another: null, refused: sayRefusals };
};
