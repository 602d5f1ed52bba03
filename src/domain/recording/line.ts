import type { Framework } from '../framework.ts';
import type { Sign, Source } from '../sources.ts';
import { areaMark, nearArea } from './areas.ts';
import { caseMark, casesNamed } from './cases.ts';
import { type Link, linkMark } from './links.ts';
import { begun, listMarker, type Mark } from './mark.ts';
import { signFollows, signMark } from './signs.ts';
import { sourceMark } from './sources.ts';

/**
 * One line of evidence as people write it: an area, then marks in any order, then words. Marks count only before the first
 * ordinary word, and what is not surely a mark is a word.
 */

/** What a line is read with: an inspection is one. */
export type Reader = { framework: Framework; lines: { has(item: string): boolean } };

/** Something that may have been meant for a mark, as it was typed. Whoever records is asked about it. */
export type Doubt =
  | { about: 'area' | 'sign' | 'case' | 'source' | 'link'; typed: string }
  /** A word that is no area's, before a sign or a case; it is taken out, and `meant` is the word of the area that stands for it. */
  | { about: 'mistyped'; typed: string; meant: string };

export type ReadLine = {
  area: string | null;
  /** Null where none was typed. */
  sign: Sign | null;
  case: string | null;
  /** Whether the case is only named in the text. */
  isCaseNamed: boolean;
  source: Source | null;
  link: Link | null;
  /** What is left for words, trimmed. A doubtful mark stays in it, but for a doubtful sign. */
  text: string;
  /** The whole as it was typed. */
  typed: string;
  doubts: readonly Doubt[];
};

type Marks = Pick<ReadLine, 'sign' | 'case' | 'source' | 'link'>;
type Found = { [Of in keyof Marks]: { of: Of } & Mark<Marks[Of]> }[keyof Marks];

const isOf = <Of extends keyof Marks>(of: Of, mark: Mark<Marks[Of]> | null) => mark && ({ of, ...mark } as Found);

/** The mark that a text begins with. A dash before `L-002` is a sign like any other: it never says for or against. */
const markOf = ({ framework, lines }: Reader, text: string): Found | null =>
  isOf('sign', signMark(text)) ??
  isOf('link', linkMark(text, lines)) ??
  isOf('case', caseMark(text)) ??
  isOf('source', sourceMark(text, framework));

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

type Read = { marks: Marks; doubts: Doubt[]; rest: string };

/** Reads marks until the first ordinary word. What is doubtful, or comes again and says something else, is a word. */
const readMarks = (markOf: (text: string) => Found | null, typed: string): Read => {
  let marks: Marks = { sign: null, case: null, source: null, link: null };
  const doubts: Doubt[] = [];
  const before = new Map<keyof Marks, { marks: Marks; rest: string }>();
  let rest = typed;
  for (let found = markOf(rest); found && rest !== ''; found = markOf(rest)) {
    const { of, said, mark } = found;
    const earlier = before.get(of);
    const isAnother = marks[of] !== null && !isAlike(marks[of], said);
    // The same case again begins the sentence: "C-017 C-017 was late".
    if (of === 'case' && marks.case !== null && !isAnother) break;
    if (said === null || isAnother) {
      const from = isAnother && earlier ? earlier.rest : rest;
      doubts.push({ about: of, typed: from.slice(0, from.length - rest.length + mark.length) });
      // A doubtful sign stands for no word, and what follows it may be a mark.
      if (of !== 'sign') return { ...(isAnother && earlier ? earlier : { marks, rest }), doubts };
    }
    if (!earlier) before.set(of, { marks, rest });
    marks = { ...marks, [of]: doubts.some(({ about }) => about === of) ? null : said };
    rest = found.rest;
  }
  return { marks, doubts, rest };
};

/** The case that a text names where no mark does, if it is the only one. */
const namedIn = (text: string, marks: Marks, doubts: readonly Doubt[]): string | null => {
  if (marks.case !== null || doubts.some(({ about }) => about === 'case')) return null;
  const [only, another] = casesNamed(text);
  return another === undefined ? (only ?? null) : null;
};

/** The command, where a line was copied with it. */
const command = /^\/judge\s+evidence\s+/i;

/** Reads a line. One that begins with no area's word has area null, and its marks are read all the same. */
export const readLine = (reader: Reader, words: string): ReadLine => {
  const typed = begun(words).trim().replace(command, '');
  const known = areaMark(reader.framework, typed) ?? areaMark(reader.framework, typed.replace(listMarker, ''));
  const near = known ? null : nearArea(reader.framework, typed);
  const isMarked = near && (signFollows.test(near.rest) || caseMark(near.rest)?.said);
  const area = known ?? (isMarked ? { ...near, isSure: true } : null);
  const { marks, doubts, rest } = readMarks((text) => markOf(reader, text), area?.rest ?? typed);
  const hasMarks = doubts.length > 0 || Object.values(marks).some((mark) => mark !== null);
  // A sentence may begin with such a word: "Leaders know their services", "help and advice came late".
  const isDoubtful = area !== null && !area.isSure && !hasMarks && rest !== '';
  const text = isDoubtful ? typed : rest;
  const named = namedIn(text, marks, doubts);
  return {
    ...marks,
    area: area?.area ?? null,
    case: marks.case ?? named,
    isCaseNamed: named !== null,
    text,
    typed: words,
    doubts: [
      ...(known === null && area && near
        ? [{ about: 'mistyped' as const, typed: typed.split(/\s/)[0] ?? '', meant: near.meant }]
        : []),
      ...(isDoubtful
        ? [{ about: 'area' as const, typed: typed.slice(0, typed.length - area.rest.length).trim() }]
        : []),
      ...doubts,
    ],
  };
};

/** Reads what is told of a child at risk: only a case counts before its first word; a sign there says nothing more. */
export const readReport = (words: string): Pick<ReadLine, 'case' | 'text' | 'doubts'> => {
  const { marks, doubts, rest } = readMarks(
    (text) => isOf('sign', signMark(text)) ?? isOf('case', caseMark(text)),
    begun(words).trim(),
  );
  const ofCase = doubts.filter(({ about }) => about === 'case');
  return { case: marks.case ?? namedIn(rest, marks, ofCase), text: rest, doubts: ofCase };
};
