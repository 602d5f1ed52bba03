import { linesByItem } from '../src/domain/lines.ts';
import type { Case } from '../src/domain/matters/case.ts';
import type { Evidence } from '../src/domain/matters/evidence.ts';
import type { Finding } from '../src/domain/matters/finding.ts';
import type { EnquiryLine } from '../src/domain/matters/line.ts';
import { caseLine, newestCases } from '../src/words/case.ts';
import { evidenceLineWithin } from '../src/words/evidence.ts';
import { findingLine, placeInWords } from '../src/words/finding.ts';
import { lineLine } from '../src/words/line.ts';
import { counted, firstFitting, type Part, plainLine, says, shortened } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const fits = (ask: AskOfInspection, words: readonly string[]) => {
  const lines = linesByItem(ask.inspection);
  const areas = new Map(
    ask.inspection.framework.areas.map((area) => [area.id, `${area.short} ${area.words.join(' ')}`]),
  );
  return ({ item, content, by }: Evidence): boolean => {
    const text = plain(
      [
        item,
        content.text,
        content.case,
        content.site,
        content.agency,
        content.sign,
        content.source,
        content.criteria.join(' '),
        lines.get(item),
        content.areas.map((area) => areas.get(area)).join(' '),
        ask.inspection.names.get(by.user),
      ].join(' '),
    );
    return words.every((word) => text.includes(word));
  };
};

/** Findings with all of these words, in what they say, where they stand and who said it. */
const findingsWith = ({ inspection }: AskOfInspection, words: readonly string[]): Finding[] =>
  [...inspection.findings.values()]
    .filter((finding) => {
      const { content, item, by } = finding;
      const place = `${placeInWords(inspection, finding)} ${content.heading} ${content.area ?? ''}`;
      const text = plain([item, place, content.text, content.remedy, inspection.names.get(by.user)].join(' '));
      return words.every((word) => text.includes(word));
    })
    .reverse();

const findingParts = ({ inspection }: AskOfInspection, found: readonly Finding[], { items, text }: Size): Part[] => {
  if (found.length === 0) return [];
  const more = found.length - items;
  return [
    { lines: [[{ strong: counted(found.length, 'finding') }]] },
    { list: found.slice(0, items).map((finding) => findingLine(inspection, finding, text)) },
    ...(more > 0 ? [{ note: `And ${more} more. Add another word to see fewer.` }] : []),
  ];
};

/** How many items an answer shows, and how much of each. */
type Size = { items: number; text: number };
const sizes: [Size, ...Size[]] = [
  { items: 10, text: 200 },
  { items: 10, text: 100 },
  { items: 7, text: 60 },
  { items: 4, text: 60 },
];

const listParts = (ask: AskOfInspection, found: readonly Evidence[], { items, text }: Size): Part[] => {
  if (found.length === 0) return [];
  const list = found.slice(0, items).map((evidence) => evidenceLineWithin(ask.inspection, evidence, ask.at, text));
  const more = found.length - list.length;
  return [{ list }, ...(more > 0 ? [{ note: `And ${more} more. Add another word to see fewer.` }] : [])];
};

const linesFound = ({ inspection }: AskOfInspection, words: readonly string[]): EnquiryLine[] =>
  [...inspection.lines.values()].reverse().filter(({ item, content }) => {
    const text = plain(`${item} ${content.hypothesis} ${inspection.names.get(content.owner.user)}`);
    return words.every((word) => text.includes(word));
  });

const lineParts = ({ inspection }: AskOfInspection, found: readonly EnquiryLine[], { items, text }: Size): Part[] => {
  if (found.length === 0) return [];
  const shown = found.slice(0, Math.ceil(items / 2));
  const more = found.length - shown.length;
  return [
    { lines: [[`${counted(found.length, 'line')} of enquiry, newest first.`]] },
    { list: shown.map((line) => lineLine(inspection, line, text)) },
    ...(more > 0 ? [{ note: `And ${more} more lines.` }] : []),
  ];
};

const casesFound = ({ inspection }: AskOfInspection, words: readonly string[]): Case[] =>
  newestCases(inspection).filter((each) => {
    const text = plain(plainLine(caseLine(inspection, each)));
    return words.every((word) => text.includes(word));
  });

const caseParts = ({ inspection }: AskOfInspection, found: readonly Case[], { items }: Size): Part[] => {
  if (found.length === 0) return [];
  const shown = found.slice(0, Math.ceil(items / 2));
  const more = found.length - shown.length;
  return [
    { lines: [[`${counted(found.length, 'case')}, newest first.`]] },
    { list: shown.map((each) => caseLine(inspection, each)) },
    ...(more > 0 ? [{ note: `And ${more} more cases.` }] : []),
  ];
};

const asked = (ask: AskOfInspection): Reply => {
  const words = plain(ask.words).split(/\s+/).filter(Boolean);
  if (words.length === 0)
    return {
      say: says('Say what to look for: /judge find strategy discussion, /judge find C-017, /judge find E-014.'),
    };
  const ordinary = [...ask.inspection.evidence.values()].filter(fits(ask, words)).reverse();
  const restricted = [...(ask.restricted?.evidence.values() ?? [])].filter(fits(ask, words)).reverse();
  const lines = linesFound(ask, words);
  const findings = findingsWith(ask, words);
  const cases = casesFound(ask, words);
  const opening =
    ordinary.length === 0
      ? `No evidence ${restricted.length > 0 ? 'that the whole team may read ' : ''}has all of these words: ${shortened(words.join(' '), 200)}.`
      : `${counted(ordinary.length, 'item')} found, newest first.`;
  const apart: Part[] =
    restricted.length > 0
      ? [{ lines: [[{ strong: 'Restricted' }, ': for lead, deputy and quality assurance manager only.']] }]
      : [];
  return {
    say: firstFitting(sizes, (size) => ({
      parts: [
        ...findingParts(ask, findings, size),
        { lines: [[opening]] },
        ...listParts(ask, ordinary, size),
        ...apart,
        ...listParts(ask, restricted, size),
        ...lineParts(ask, lines, size),
        ...caseParts(ask, cases, size),
      ],
    })),
  };
};

export const find: InspectionSubcommand = {
  of: 'inspection',
  word: 'find',
  usage: '<words>',
  about: 'Searches the evidence you may read, findings, lines of enquiry and cases. Only you see the answer.',
  brief: 'search what you may read',
  example: '/judge find strategy discussion',
  act: 'read',
  asked,
  form: null,
};
