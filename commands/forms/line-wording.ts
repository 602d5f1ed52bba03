import type { EnquiryLine } from '../../src/domain/matters/line.ts';
import { origins } from '../../src/domain/matters/line-content.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { sayRefusals } from '../contract.ts';
import { type About, box, type Form, menu, menuOfMany, one, person, several, type Values } from '../form.ts';
import { lineReceipt } from './line-receipts.ts';
import { seenIn } from './meanwhile.ts';
import { askAboutNames, namesPieces } from './names.ts';

/** Opening a line of enquiry, and wording it anew. `about.item` is the line that is changed. */

export const valuesOfLine = ({ content }: EnquiryLine): Values => ({
  hypothesis: content.hypothesis,
  origin: content.origin,
  areas: content.areas,
  owner: content.owner.user,
});

export const drawWording = ({ inspection, by }: AskOfInspection, values: Values, about: About): Form => ({
  of: 'line',
  title: about.item ? `Change ${about.item}` : 'Open a line of enquiry',
  submit: 'Save',
  pieces: [
    box('hypothesis', 'What is to be tested?', one(values, 'hypothesis'), {
      hint: 'One sentence that evidence can confirm or contradict. No names.',
    }),
    ...namesPieces(about),
    menu(
      'origin',
      'Where does it come from?',
      origins.map(({ id, label }) => ({ value: id, label })),
      one(values, 'origin'),
      { hint: 'Claims of the authority’s self-evaluation are counted: how many were tested, and how many stood.' },
    ),
    menuOfMany(
      'areas',
      'Judgement area',
      inspection.framework.areas.map(({ id, short }) => ({ value: id, label: short })),
      several(values, 'areas'),
      {},
    ),
    person('owner', 'Who follows it?', one(values, 'owner') ?? by.user, {}),
  ],
  about,
});

export const submittedWording = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const names = askAboutNames(ask, values, about, ['hypothesis'], (asking) => drawWording(ask, values, asking));
  if (names) return names;
  const fields = {
    hypothesis: one(values, 'hypothesis'),
    origin: one(values, 'origin'),
    areas: several(values, 'areas'),
    owner: one(values, 'owner'),
  };
  const command = about.item
    ? { type: 'ChangeLine', item: about.item, seen: seenIn(about), ...fields }
    : { type: 'OpenLine', ...fields };
  return { keep: { in: 'inspection', command }, receipt: lineReceipt, another: null, refused: sayRefusals };
};
