import { inWordsOf } from '../src/domain/field.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { type ReadLine, readLine } from '../src/domain/recording/line.ts';
import { linesOf } from '../src/domain/recording/lines.ts';
import { isNamedIn, wordsNear } from '../src/domain/text/near.ts';
import { nearest } from '../src/domain/text/nearest.ts';
import { shortened } from '../src/words/fitting.ts';
import { type Button, type Message, message, paragraph } from '../src/words/message.ts';
import { plain } from '../src/words/search.ts';
import { noInspectionHere, startHere } from '../src/words/which.ts';
import type { Subcommand } from './contract.ts';

/** What is typed after /judge and begins with no word of ours. */

/** How it is taken: an item that is kept, a form that opens, or a word that was meant; evidence may be offered beside that. */
export type Taken = {
  as: 'item' | 'form' | 'word';
  /** The word of ours that was most likely meant, and how many words of the text stand in its place. */
  meant: string | null;
  instead: number;
  /** Not where what was meant must reach nobody but those it is for. */
  offersEvidence: boolean;
};

/** A restricted item or somebody at risk, and words after its number. */
const numberKeptApart = /^[#(]*([kw])(?:\s*-+\s*|\s*(?=[a-z]*\d))[a-z\d]+\S*\s/;

type Apart = { word: string; count: number };

/** The word kept apart that a text begins with, what may be confided before all others, and how many words of the text are it. */
const keptApart = (all: readonly Subcommand[], among: readonly Inspection[], text: string): Apart | null => {
  const [, letter] = plain(text).match(numberKeptApart) ?? [];
  if (letter) return { word: letter === 'w' ? 'whistleblow' : 'concern', count: 0 };
  const namesOf = ({ word, alsoCalled = [] }: Subcommand): string[] =>
    [word, ...alsoCalled].flatMap((name) => [name, ...among.map((each) => inWordsOf(each, name))]);
  return (
    all
      .filter((each) => each.apart)
      .sort((one, other) => Number(one.counted ?? true) - Number(other.counted ?? true))
      .map((each) => ({ word: each.word, count: Math.max(...namesOf(each).map((name) => wordsNear(text, name))) }))
      .find(({ count }) => count > 0) ?? null
  );
};

const isSigned = ({ sign, case: reference, isCaseNamed }: ReadLine): boolean =>
  sign !== null || (reference !== null && !isCaseNamed);

/** Whether it begins with an area's word, and none that was mistyped. */
const hasArea = ({ area, doubts }: ReadLine): boolean =>
  area !== null && !doubts.some(({ about }) => about === 'mistyped');

/** `help` before words helps, though it is an area's word too, unless a sign or a case follows. */
const helped = /^help\s+(?=\S)/i;

/** How near a text comes to evidence in one inspection. Only an area and a sign or a case before the words make it sure. */
const readIn = (
  inspection: Inspection,
  first: string,
): { isSure: boolean; isPerhaps: boolean; isSignedAfterOne: boolean } => {
  const read = readLine(inspection, first);
  const { area, source, link, doubts } = read;
  const [word = ''] = first.split(/\s/);
  const after = readLine(inspection, first.slice(word.length));
  const isSignedAfterOne = after.area === null && isSigned(after);
  const isMarked = isSigned(read) || source !== null || link !== null || doubts.length > 0;
  return {
    isSure: hasArea(read) && isSigned(read) && read.text !== '',
    isPerhaps: area !== null || isMarked || (isSignedAfterOne && helped.test(first)) || /^[a-z]-\d+\s/i.test(first),
    isSignedAfterOne,
  };
};

export const takenAs = (all: readonly Subcommand[], text: string, among: readonly Inspection[]): Taken => {
  const read = among.map((inspection) => readIn(inspection, linesOf(text)[0] ?? ''));
  const isSure = read.some((each) => each.isSure);
  const begun = read.some((each) => each.isSignedAfterOne) ? text : text.replace(helped, '');
  const isHelp = begun !== text;
  const lines = linesOf(begun).map((line) => {
    const readings = among.map((inspection) => readLine(inspection, line));
    const isOfArea = !isHelp && readings.some(hasArea);
    const isConfided = isSure
      ? readings.some((each) => wordsNear(each.text, 'whistleblow') > 0)
      : isNamedIn(line, 'whistleblow');
    return { apart: isOfArea ? null : keptApart(all, among, line.replace(/^\/judge\s+/i, '')), isConfided };
  });
  const [word = ''] = begun.split(/\s/);
  const near = isSure
    ? null
    : nearest(
        word,
        all.map((each) => each.word),
      );
  const first = lines[0]?.apart ?? null;
  const typed = first?.word ?? near;
  const elsewhere =
    lines.find(({ apart }) => apart)?.apart?.word ??
    (lines.some(({ isConfided }) => isConfided) ? 'whistleblow' : null);
  const meant = typed ?? elsewhere;
  const instead = typed === null ? 0 : (isHelp ? 1 : 0) + (first?.word === meant ? first.count : 1);
  if (elsewhere || all.some((each) => each.apart && each.word === near))
    return { as: 'word', meant, instead, offersEvidence: false };
  const isForm = !isHelp && read.some((each) => each.isPerhaps);
  return { as: isSure ? 'item' : isForm ? 'form' : 'word', meant, instead, offersEvidence: true };
};

/** Where it stands that nothing was understood: whether an inspection is meant at all, and whether the asker records in one. */
type Where = { isAny: boolean; records: boolean };

const named = (word: string): string => `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;

/**
 * The word that was meant and what else it may be, in a line with what was typed under it. Its buttons open forms and save nothing;
 * `key` is what the text is kept under, which a button is too small for.
 */
export const noSuchWord = (taken: Taken, text: string, key: string | null, { isAny, records }: Where): Message => {
  const { meant, instead, offersEvidence } = taken;
  const words = text.trim().split(/\s+/);
  const said = shortened(words.slice(0, Math.max(1, instead)).join(' '), 40);
  const button = (label: string, word: string, left: number): Button => ({
    label,
    does: key !== null && words.length > left ? `kept ${key} ${left} ${word}` : word,
  });
  const isEvidence = meant === 'evidence';
  const perhaps = meant && !isEvidence ? ` Did you mean ${meant}?` : '';
  const buttons = [
    ...(meant && !isEvidence ? [button(named(meant), meant, instead)] : []),
    ...(offersEvidence && records
      ? [button('Evidence: look at it first', 'evidence', isEvidence ? instead : words.length > 1 ? 0 : 1)]
      : []),
    ...(isAny || meant === startHere.does ? [] : [startHere]),
    { label: 'All words', does: 'help' },
  ];
  return message(
    paragraph(meant && instead === 0 ? `Is this for ${meant}?` : `There is no /judge ${said}.${perhaps}`),
    ...(isAny ? [] : [paragraph(noInspectionHere)]),
    { buttons: buttons.map((each, place) => ({ ...each, main: place === 0 && buttons.length > 1 })) },
    ...(words.length > 1 || said !== words[0] ? [{ quote: text.trim() }] : []),
  );
};

/** Said where the text that a button goes on with is kept no more. */
export const keptNoMore = (word: string): Message =>
  message(paragraph('That text was kept for ten minutes, and is gone. Nothing was saved: copy it from the quote.'), {
    buttons: [{ label: named(word), does: word }],
  });
