import type { Inspection } from './inspection.ts';
import { itemNumber, numbered } from './items.ts';
import { kindOf, letterOf, letters } from './kinds.ts';
import { restrictedForm } from './restricted/item.ts';
import { identifiersIn } from './text/identifiers.ts';
import { turning } from './text/signs.ts';
import { broken } from './text/typed.ts';

/*
 * What a record may hold that somebody made. Its chain has no key, so that it holds says nothing of who wrote it: what the doors
 * of this app would never have let in is looked for here.
 */

type Entry = {
  header: { version: number; request: string; recordedAt: string; person: object };
  events: readonly unknown[] | null;
};

/** A text of an entry by its field. `said`: somebody may have typed it, so it came through the door for that. */
type Told = { field: string; text: string; said: boolean };

/** What is the app's own, Slack's or a framework's; of workbooks their sums. */
const unsaid = new Set(['framework', 'workbooks', 'team', 'user', 'id', 'channel', 'ts', 'name', 'author', 'link']);
/** What holds the number of an item, or several. */
const numbering = new Set(
  'item case evidence lines line askedOf finding adopts judgement comment recommendation shares'.split(' '),
);
const naming = new Set(['authority', 'site', 'sites']);

const toldIn = (value: unknown, field: string, said: boolean): Told[] => {
  if (typeof value === 'string') return [{ field, text: value, said }];
  if (Array.isArray(value)) return value.flatMap((each) => toldIn(each, field, said));
  if (typeof value !== 'object' || value === null) return [];
  // What stands in Slack was made by the app of what it had taken.
  const own = said && !('ts' in value);
  return Object.entries(value).flatMap(([key, each]) => [
    { field: key, text: key, said: false },
    ...toldIn(each, key, own && !unsaid.has(key)),
  ]);
};

/** No entry gives more than one number, but for cases, which have those that the team gives them. */
const isItem = (text: string, version: number): boolean => {
  const [letter, number] = [letterOf(text), itemNumber(text)];
  const most = letter === 'C' ? 99_999 : version;
  return letter !== null && number > 0 && number <= most && text === numbered(letter, number);
};

const wrongIn = ({ field, text, said }: Told, isNumber: (text: string, field: string) => boolean): string | null => {
  if (broken.test(text)) return 'holds a character that cannot be kept';
  if (!said) return null;
  if (numbering.has(field) && !isNumber(text, field)) return 'names no item of this record';
  if (naming.has(field) && turning.test(text)) return 'holds a sign that turns the direction of reading';
  if (/^(?!19|20|21)\d{4}-\d\d-\d\d(T[\d:.]+Z)?$/.test(text)) return 'gives a year out of reach';
  const [identifier] = identifiersIn(text);
  return identifier ? `holds what looks like ${identifier.kind}` : null;
};

/** Why this app could not have written these entries of a record, each reason by the entry's number. `now` is ISO 8601 in UTC. */
export const notWritten = (entries: readonly Entry[], now: string, restricted: boolean): string[] => {
  const requests = new Map<string, number>();
  const latest = Number(now.slice(0, 4)) + 1;
  return entries.flatMap(({ header, events }) => {
    const { version, request, recordedAt } = header;
    const isNumber = (text: string, field: string): boolean =>
      restricted && field === 'item' ? restrictedForm.test(text) : isItem(text, restricted ? 1_000_000 : version);
    const before = requests.get(request);
    requests.set(request, version);
    const year = Number(recordedAt.slice(0, 4));
    const wrong = [
      before === undefined ? null : `is the request of entry ${before} again`,
      year < 2000 || year > latest ? `was recorded in ${year}` : null,
      ...[...toldIn(header, 'header', false), ...toldIn(events, 'events', true)].map((told) => {
        const why = wrongIn(told, isNumber);
        return why && `"${told.field}" ${why}`;
      }),
    ].filter((why) => why !== null);
    return [...new Set(wrong)].map((why) => `entry ${version}: ${why}`);
  });
};

/** The same of items whose number has the letter of another kind. */
export const misnumbered = (inspection: Inspection): string[] =>
  letters.flatMap((letter) =>
    [...(kindOf(`${letter}-`)?.all(inspection).keys() ?? [])]
      .filter((item) => letterOf(item) !== letter)
      .map(
        (item) => `entry ${inspection.items.versions.get(item)?.[0]}: ${item} is the number of another kind of item`,
      ),
  );
