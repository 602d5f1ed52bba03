import { longDay } from '../domain/day-words.ts';
import { capital } from '../domain/field.ts';
import { standingComments } from '../domain/matters/comment.ts';
import { dayIn } from '../domain/moments.ts';
import { commentAnswer } from '../words/comment.ts';
import { counted } from '../words/message.ts';
import type { OfAPaper } from './asked-papers.ts';
import type { OrdinaryRecord } from './record.ts';
import { sheet } from './sheet.ts';

/** The answers to the authority's comments on accuracy, a row for each comment that stands. */
export const commentsPaper = ({ inspection }: OrdinaryRecord): OfAPaper => {
  const all = standingComments(inspection);
  const answered = all.filter((each) => commentAnswer(inspection, each));
  const received = [...new Set(all.map(({ receivedOn }) => longDay(receivedOn)))].join(', ');
  return {
    title: 'answers to comments on accuracy',
    above: [
      {
        paragraph: `${counted(all.length, 'comment')}${received ? `, received on ${received}` : ''}. ${answered.length} answered.`,
      },
    ],
    sheet: sheet(inspection, 'Comments', all, [
      { head: 'Number', of: ({ item }) => item },
      { head: 'Paragraph', of: ({ paragraph }) => paragraph },
      { head: 'Comment', wide: 4, of: ({ text }) => text },
      { head: 'Evidence offered', wide: 3, of: ({ offered }) => offered ?? '' },
      { head: 'Words proposed', wide: 3, of: ({ proposed }) => proposed ?? '' },
      { head: 'Answer', wide: 1.5, of: (each) => capital(commentAnswer(inspection, each)?.came ?? 'not answered yet') },
      { head: 'Reason', wide: 4, of: (each) => commentAnswer(inspection, each)?.reason ?? '' },
      { head: 'Words as changed', wide: 3, of: (each) => commentAnswer(inspection, each)?.changed ?? '' },
      { head: 'Answered by', wide: 1.5, of: (each) => commentAnswer(inspection, each)?.by ?? '' },
      {
        head: 'Answered on',
        holds: 'day',
        of: (each) => {
          const at = commentAnswer(inspection, each)?.at;
          return at ? dayIn(inspection, at) : '';
        },
      },
    ]),
  };
};
