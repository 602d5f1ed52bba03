import { counted, paragraph } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { said, tick } from './fields.ts';
import { type About, type Form, several, type Values } from './form.ts';

const draw = ({ inspection, head, restricted }: AskOfInspection, _: Values, about: About): Form => ({
  of: 'export',
  title: 'Take the record out',
  submit: 'Send me the files',
  pieces: [
    said(
      paragraph('Fortnight sends you in a direct message:'),
      {
        list: [
          [
            { strong: `${inspection.id}.docx` },
            ' the copy to read, for Word: each judgement, its evidence, who and when',
          ],
          [{ strong: `${inspection.id}.xlsx` }, ' the same as tables, for Excel, with every change'],
          [{ strong: `${inspection.id}.md` }, ' the copy to read, for any text editor'],
          [{ strong: `${inspection.id}.jsonl` }, ` the record itself, ${counted(head.version, 'entry', 'entries')}`],
          [{ strong: 'verify.mjs' }, ' checks that record, and needs only Node'],
        ],
      },
      { note: 'That you took it out is kept in the record first.' },
    ),
    ...(restricted && restricted.version > 0
      ? [
          tick(
            'restricted',
            'Restricted evidence',
            { value: 'with', label: 'Send the restricted record too, in files of its own' },
            { required: false },
          ),
        ]
      : []),
  ],
  about,
});

const submitted = (_: AskOfInspection, values: Values): Reply => ({
  takeOut: { restricted: several(values, 'restricted').includes('with') },
});

export const exportCommand: InspectionSubcommand = {
  of: 'inspection',
  word: 'export',
  usage: '',
  about:
    'Sends you the whole record as files: a copy to read (Word), tables (Excel), the record itself, and what checks it.',
  brief: 'the whole record as files',
  offers: [{ label: 'Take the record out', sealed: true }],
  example: '/judge export',
  act: 'export the record',
  asked: (ask) => ({ open: draw(ask, {}, {}) }),
  form: { draw, submitted },
};
