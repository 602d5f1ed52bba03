import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseSync } from 'vite';

const root = join(import.meta.dirname, '../..');

/** A piece of text in the code, and where it stands. */
export type Literal = { at: string; words: string };
type Node = { type?: string; start?: number; [key: string]: unknown };

export const literalsIn = (file: string): Literal[] => {
  const text = readFileSync(file, 'utf8');
  const found: Literal[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const each of node) visit(each);
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return;
    const { type, start = 0, ...rest } = node as Node;
    if (type === 'ImportDeclaration') return;
    const words =
      type === 'Literal'
        ? rest.value
        : type === 'TemplateElement'
          ? (rest.value as { cooked: string }).cooked
          : undefined;
    if (typeof words === 'string')
      found.push({ at: `${relative(root, file)}:${text.slice(0, start).split('\n').length}`, words });
    for (const each of Object.values(rest)) visit(each);
  };
  visit(parseSync(file, text).program);
  return found;
};
