import type { Evidence } from '../../src/domain/matters/evidence.ts';
import { lineLine } from '../../src/words/line.ts';
import { shortened } from '../../src/words/message.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { sayRefusals } from '../contract.ts';
import { type About, type Choice, type Form, one, radio, saidLines, several, type Values } from '../form.ts';
import { lineReceipt } from './line-receipts.ts';

/** Linking evidence that is there already to a line, or taking it off. */

const choiceOf = ({ item, content }: Evidence): Choice => ({
  value: item,
  label: shortened(`${item} ${content.text}`, 75),
});

export const drawLinking = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const line = inspection.lines.get(about.item ?? '');
  return {
    of: 'line',
    title: `Link to ${about.item}`,
    submit: 'Link',
    pieces: [
      ...(line ? [saidLines(lineLine(inspection, line, 600))] : []),
      {
        is: 'search',
        field: 'evidence',
        label: 'Evidence',
        hint: 'Type a number or a word. Items of the line’s areas come first.',
        required: true,
        fresh: '',
        initial: several(values, 'evidence').flatMap((item) => {
          const evidence = inspection.evidence.get(item);
          return evidence ? [choiceOf(evidence)] : [];
        }),
      },
      radio(
        'bears',
        'It speaks',
        [
          { value: 'for', label: 'For it' },
          { value: 'against', label: 'Against it' },
          { value: 'neither', label: 'Neither: take it off this line' },
        ],
        one(values, 'bears'),
        {},
      ),
    ],
    about,
  };
};

export const submittedLinking = (_: AskOfInspection, values: Values, about: About): Reply => {
  const command = {
    type: 'LinkEvidence',
    item: about.item,
    evidence: several(values, 'evidence'),
    bears: one(values, 'bears'),
  };
  return { keep: { in: 'inspection', command }, receipt: lineReceipt, another: null, refused: sayRefusals };
};

/** Items that stand and fit what was typed, those of the line's areas first, newest first. */
export const searchLinking = ({ inspection }: AskOfInspection, about: About, query: string): Choice[] => {
  const areas = new Set(inspection.lines.get(about.item ?? '')?.content.areas);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = [...inspection.evidence.values()].reverse().filter(({ item, content, withdrawn }) => {
    const text = `${item} ${content.text} ${content.case ?? ''}`.toLowerCase();
    return !withdrawn && words.every((word) => text.includes(word));
  });
  const within = ({ content }: Evidence): boolean => content.areas.some((area) => areas.has(area));
  return [...fitting.filter(within), ...fitting.filter((evidence) => !within(evidence))].slice(0, 100).map(choiceOf);
};
