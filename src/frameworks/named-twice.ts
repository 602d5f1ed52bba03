/** A field's name that stood in the same object before, and where. */
export type Twice = { name: string; position: number };

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
