import { harmless } from '../domain/text/signs.ts';
import { namesOf } from './papers.ts';
import { headOf, type OrdinaryRecord, type RestrictedReport } from './record.ts';

const row = (name: string, what: string): string => `  ${name.padEnd(44)} ${what}`;

/**
 * What lies in the folder and how to check it, for somebody who never saw Fortnight. The restricted record is null where the
 * export does not have it.
 */
export const readme = (
  { inspection: { id, authority }, entries }: OrdinaryRecord,
  restricted: RestrictedReport | null,
  postings: number,
): string => {
  const wordless = entries.filter(({ events }) => events === null).length;
  const names = namesOf(id);
  const apart = namesOf(`${id}.restricted`);
  const restrictedRows = [
    row(apart.docx, 'restricted evidence, to be read. For lead, deputy and quality assurance manager only'),
    row(apart.xlsx, 'the same as a table. For the same people only'),
    row(apart.md, 'the same for any text editor. For the same people only'),
    row(apart.jsonl, 'the restricted record itself. For the same people only'),
  ];
  const text = [
    [`${authority}: the record of an inspection, taken out of Fortnight`],
    [
      row(names.docx, 'everything in it, to be read by people, as a Word file'),
      row(names.xlsx, 'the same as tables, to be sorted and counted in Excel; its last sheet has every change'),
      row(names.md, 'the copy to read once more, for any text editor'),
      row(names.jsonl, 'the record itself to the letter: one entry a line, each chained to the one before'),
      ...(restricted ? restrictedRows : []),
      row('framework.json', 'the framework it was inspected under, as its first entry holds it'),
      ...(postings > 0 ? [row('postings/', 'each text that was posted to Slack, as it was posted')] : []),
      row('verify.mjs', 'checks the record. It needs Node 20.12 or later (nodejs.org), and nothing installed'),
    ],
    ['To check that nothing in the record was changed, left out, moved or put in, in this folder:'],
    ['  node verify.mjs'],
    [
      'To check that nothing is missing at its end either, name a head that you know from elsewhere, such as from a daily',
      'summary in Slack. When this was taken out the record stood at:',
    ],
    [`  node verify.mjs --head ${headOf(entries)}`],
    ...(restricted
      ? [
          ['and the restricted record at:'],
          [`  node verify.mjs --head ${headOf(restricted.entries)} ${id}.restricted.jsonl`],
        ]
      : []),
    wordless > 0
      ? [
          `${wordless === 1 ? 'One entry stands' : `${wordless} entries stand`} in it without words: what was erased; what somebody answered to a blind round`,
          'that was still open, or that shows no names; and what people set for themselves alone. Their places and hashes are',
          'there, so the record can be checked all the same. An open round cannot go on from this copy: close it first.',
        ]
      : [],
    [
      'The record proves itself. The other files are made from it: the same version of Fortnight makes them anew to the letter,',
      'with "fortnight import" of this folder and "fortnight export" of what that gives.',
    ],
  ];
  const blocks = text.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return harmless(`${blocks.join('\n\n')}\n`);
};
