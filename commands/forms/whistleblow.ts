import { openLines } from '../../src/domain/lines.ts';
import { shortened } from '../../src/words/fitting.ts';
import type { AskOfInspection } from '../contract.ts';
import { areasToChoose, box, menu, menuOfMany, saidLines } from '../fields.ts';
import { type About, type Form, one, several, type Values } from '../form.ts';

/** The forms of whistleblowing; `about.does` says which it is, `about.item` which item. */

const telling = ({ inspection }: AskOfInspection, values: Values, about: About): Form => ({
  of: 'whistleblow',
  title: 'What you were told',
  submit: 'Save',
  pieces: [
    saidLines([
      'Only lead, deputy and quality assurance manager can read it. It appears and counts nowhere else, and you keep a receipt and nothing more.',
    ]),
    menuOfMany('areas', 'Judgement area', areasToChoose(inspection.framework.areas), several(values, 'areas')),
    box('text', 'What were you told?', one(values, 'text'), {
      hint: 'No names, also not of whoever told you. Say only as much of them as is needed.',
    }),
  ],
  about: { ...about, does: 'tell' },
});

const linking = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const lines = openLines(inspection).slice(-100);
  return {
    of: 'whistleblow',
    title: `What ${about.item} led to`,
    submit: 'Link',
    pieces: [
      saidLines(['The link stands in the restricted record alone. The line itself does not show it.']),
      menu(
        'line',
        'Line of enquiry',
        lines.map(({ item, content }) => ({ value: item, label: shortened(`${item} ${content.hypothesis}`, 75) })),
        one(values, 'line'),
      ),
    ],
    about,
  };
};

const closing = (values: Values, about: About): Form => ({
  of: 'whistleblow',
  title: `Close ${about.item}`,
  submit: 'Close',
  pieces: [box('done', 'What was done about it?', one(values, 'done'), { hint: 'Kept in the restricted record.' })],
  about,
});

export const drawWhistleblow = (ask: AskOfInspection, values: Values, about: About): Form => {
  if (about.does === 'link') return linking(ask, values, about);
  return about.does === 'close' ? closing(values, about) : telling(ask, values, about);
};
