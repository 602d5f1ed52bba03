/** Where a text stops being JSON, what is wrong there, and what would be right. */
export type JsonFault = { position: number; wrong: string; right: string };

/** Spaces, then a text, a value of one word, a sign, or whatever else stands there. Empty at the end. */
const token =
  /\s*(?:(?<text>"(?:[^"\\\n]|\\.)*")|(?<word>-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|(?<sign>[{}[\],:])|(?<other>[\s\S]|$))/gy;

const quotes = 'names and texts in straight double quotes';

const badToken = (found: string): Omit<JsonFault, 'position'> => {
  if (found === '"') return { wrong: 'has a text that is not closed on its line', right: 'its closing double quote' };
  if (/[“”„'‘’`]/.test(found)) return { wrong: 'has other quotation marks', right: quotes };
  if (found === '/' || found === '#') return { wrong: 'has a comment', right: 'no comments: JSON has none' };
  return { wrong: 'has something in it that is neither a text nor a value', right: quotes };
};

const comma = { wrong: 'has no comma before it', right: 'a comma after the entry before it' };
const tooMany = { wrong: 'comes after a comma that nothing follows', right: 'no comma after the last entry' };
const oneTooMany = { wrong: 'has one comma too many', right: 'one comma between two entries' };
const noName = { wrong: 'has no field name where one is due', right: 'a name in straight double quotes, then a colon' };
const noColon = { wrong: 'has no colon after the name', right: 'a colon between a name and its value' };
const noValue = { wrong: 'has no value where one is due', right: 'a text, a number, a list or an object' };
const notClosed = { wrong: 'is the last, and brackets are still open', right: 'every bracket closed' };
const more = { wrong: 'comes after the end', right: 'nothing after the closing bracket' };

type Expected = 'value' | 'item or end' | 'name' | 'name or end' | 'colon' | 'comma or end';

/** What follows a token that is as it should be; the fault where it is not. */
const after = (
  expected: Expected,
  found: string,
  isText: boolean,
  isWord: boolean,
  open: string[],
): Expected | Omit<JsonFault, 'position'> => {
  const closes = found === (open.at(-1) === '{' ? '}' : ']') && open.length > 0;
  const isBad = !isText && !isWord && !/^[{}[\],:]?$/.test(found);
  if (expected === 'comma or end') {
    if (open.length === 0) return more;
    if (closes) open.pop();
    if (closes) return 'comma or end';
    if (found === ',') return open.at(-1) === '{' ? 'name' : 'value';
    return isBad ? badToken(found) : found === '' ? notClosed : comma;
  }
  if (found === '') return notClosed;
  if (found === ',' && expected !== 'colon') return oneTooMany;
  if (isBad) return badToken(found);
  if (expected === 'colon') return found === ':' ? 'value' : noColon;
  if (expected === 'name' || expected === 'name or end') {
    if (isText) return 'colon';
    if (!closes) return noName;
    if (expected === 'name') return tooMany;
    open.pop();
    return 'comma or end';
  }
  if (isText || isWord) return 'comma or end';
  if (found === '{' || found === '[') {
    open.push(found);
    return found === '{' ? 'name or end' : 'item or end';
  }
  if (closes && expected === 'item or end') {
    open.pop();
    return 'comma or end';
  }
  return closes && open.at(-1) === '[' ? tooMany : noValue;
};

/** The first fault of a text; null where it is JSON as far as its signs go. */
export const faultIn = (text: string): JsonFault | null => {
  const open: string[] = [];
  let expected: Expected = 'value';
  for (const match of text.matchAll(token)) {
    const { text: string, word, sign, other = '' } = match.groups ?? {};
    const found = string ?? word ?? sign ?? other;
    if (found === '' && expected === 'comma or end' && open.length === 0) return null;
    const next = after(expected, found, string !== undefined, word !== undefined, open);
    if (typeof next !== 'string') return { position: match.index + match[0].length - found.length, ...next };
    expected = next;
  }
  return null;
};

/** A field's name that stood in the same object before, and where. */
type Twice = { name: string; position: number };

/**
 * Fields that stand twice in one object of a JSON text. The parser keeps the last and says nothing, so whatever stood first
 * would be lost unseen. The text must be JSON.
 */
export const namedTwice = (text: string): Twice[] => {
  const found: Twice[] = [];
  /** One for each bracket open: the names of an object so far, null for a list. */
  const open: (Set<string> | null)[] = [];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else if (token.endsWith(':')) {
      const name = String(JSON.parse(token.slice(0, token.lastIndexOf('"') + 1)));
      const names = open.at(-1);
      if (names?.has(name)) found.push({ name, position: index });
      names?.add(name);
    }
  }
  return found;
};
