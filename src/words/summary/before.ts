import type { Inspection } from '../../domain/inspection.ts';
import { becameLabels, type Previous, previousOnes } from '../../domain/matters/previous.ts';
import { foundToMend } from '../../domain/published.ts';
import { type Line, type Part, paragraph } from '../message.ts';
import { inSentence, previousTitle, recommendationsInWords, restsOn, resultInWords } from '../previous.ts';
import type { Chapter } from './chapters.ts';

/** How much there was to be mended at the last visit of this kind, and how much now. Nothing where there was none such. */
const mendedLines = (inspection: Inspection): Line[] => {
  const { framework } = inspection;
  const last = previousOnes(inspection).find(({ content }) => content.framework.id === framework.id);
  if (framework.output !== 'findings' || !last || last.content.found.length === 0) return [];
  const now = foundToMend(inspection);
  const labels = framework.findings.map(({ label }) => label);
  const moved = labels.flatMap((label) => {
    const [then, since] = [last.content.found, now].map(
      (found) => found.find((each) => each.label === label)?.count ?? 0,
    );
    return then || since ? [`${inSentence(label)} ${since || 'none'} (${then || 'none'} before)`] : [];
  });
  return [[{ strong: 'Since the visit before' }, ` (${previousTitle(last.content)}): ${moved.join('; ')}.`]];
};

/** One of its recommendations, whole, with what became of it and on what that rests. */
const becameParts = (inspection: Inspection, { content, tested }: Previous, place: number): Part[] => {
  const now = tested.get(place + 1);
  const became: Line = now
    ? [{ strong: becameLabels[now.became] }, ` (${restsOn(inspection, now, Number.POSITIVE_INFINITY)})`]
    : [{ strong: 'Not looked at yet' }];
  return [
    paragraph(`Recommendation ${place + 1}: `, ...became),
    { quote: content.recommendations[place] ?? '' },
    { lines: now ? [[now.words]] : [] },
  ];
};

/** What went before: what moved since, each earlier inspection with its result, and what became of all that it recommended. */
export const beforeChapter = (inspection: Inspection): Chapter => ({
  name: 'before',
  title: [{ strong: 'What went before' }],
  together: [
    mendedLines(inspection).map((line) => paragraph(...line)),
    ...previousOnes(inspection).flatMap((previous) => [
      [
        paragraph(
          { strong: `${previous.item}: ${previousTitle(previous.content)}` },
          ` · ${[resultInWords(previous.content), recommendationsInWords(previous)].filter(Boolean).join(' · ')}`,
        ),
      ],
      ...previous.content.recommendations.map((_, place) => becameParts(inspection, previous, place)),
    ]),
  ],
});
