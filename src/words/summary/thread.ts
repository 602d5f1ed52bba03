import type { Inspection } from '../../domain/inspection.ts';
import type { Summary } from '../../domain/summary.ts';
import { type Message, says } from '../message.ts';
import { incompleteInWords } from '../pause.ts';
import { profileChapter } from '../profile.ts';
import { beforeChapter } from './before.ts';
import { type Chapter, repliesOf, type ThreadReply } from './chapters.ts';
import { findingChapters } from './findings.ts';
import { givenChapter, groundsChapter } from './grounds.ts';
import { judgementChapters } from './judgement.ts';
import { recommendationChapter } from './recommendations.ts';
import { overallChapters } from './why.ts';

const whyIncomplete = (inspection: Inspection): Chapter[] =>
  inspection.incomplete
    ? [
        {
          name: 'incomplete',
          title: [{ strong: 'Why it ended' }],
          together: [[{ quote: incompleteInWords(inspection, inspection.incomplete) }]],
        },
      ]
    : [];

const chaptersOf = (summary: Summary): Chapter[] =>
  summary.inspection.incomplete
    ? whyIncomplete(summary.inspection)
    : [
        ...overallChapters(summary),
        ...judgementChapters(summary),
        ...findingChapters(summary),
        givenChapter(summary),
        profileChapter(summary.inspection),
        recommendationChapter(summary.inspection),
        beforeChapter(summary.inspection),
        groundsChapter(summary),
      ];

/**
 * Everything that was signed, decided or recommended, whole, as the replies under a summary's headline, the last of which says how
 * many there are. Made from the record alone, so that the same record gives the same words.
 */
export const threadOf = (summary: Summary): ThreadReply[] => {
  const replies = chaptersOf(summary).flatMap(repliesOf);
  const all: Message = says(`All ${replies.length + 1} replies are posted.`);
  return [...replies, { name: 'end', says: all }];
};
