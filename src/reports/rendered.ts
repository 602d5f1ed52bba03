import { excel } from './excel.ts';
import type { Unmade } from './files.ts';
import { markdown } from './markdown.ts';
import type { ReportFile } from './papers.ts';
import { word } from './word.ts';

/** A text as it is written. Bytes are made of so much of it at a time: all of it may be too much for one string. */
const written = (text: Iterable<string>, most = 65_536): Uint8Array => {
  const pieces: Uint8Array[] = [];
  let some = '';
  for (const line of text) {
    some += line;
    if (some.length < most) continue;
    pieces.push(Buffer.from(some));
    some = '';
  }
  return Buffer.concat([...pieces, Buffer.from(some)]);
};

const content = async (file: Unmade): Promise<ReportFile['content']> => {
  if ('word' in file) return word(file.word);
  if ('excel' in file) return excel(file.excel);
  return 'markdown' in file ? written(markdown(file.markdown)) : file.content;
};

/** Each file as it goes out. The same trees give the same bytes. */
export const rendered = async (files: readonly Unmade[]): Promise<ReportFile[]> => {
  const made: ReportFile[] = [];
  for (const file of files) made.push({ name: file.name, content: await content(file) });
  return made;
};
