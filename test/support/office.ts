import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** What stands in Word and Excel files, read by nobody's library that wrote them. */

/** The parts of a file by name, each a text. */
export const partsOf = (file: Uint8Array): Map<string, string> =>
  new Map(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]));

type Tag = { name: string; attributes: Record<string, string> };

/** Reads XML strictly, tag by tag and text by text. @throws Error where it is not well formed, or has a sign that XML has not */
export const readXml = (
  xml: string,
  seen: { opens?: (tag: Tag) => void; text?: (words: string, within: string) => void },
): void => {
  const open: string[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    seen.opens?.({ name, attributes: attributes as Record<string, string> });
    if (!isSelfClosing) open.push(name);
  });
  parser.on('closetag', ({ isSelfClosing }) => void (isSelfClosing || open.pop()));
  parser.on('text', (words) => seen.text?.(words, open.at(-1) ?? ''));
  parser.write(xml).close();
};

/** Every paragraph of a Word file with its style, footers last; a break within one is a line end. */
export const paragraphsIn = (file: Uint8Array): { style: string; words: string }[] => {
  const paragraphs: { style: string; words: string }[] = [];
  const parts = partsOf(file);
  for (const name of ['word/document.xml', 'word/footer1.xml'])
    readXml(parts.get(name) ?? '', {
      opens: ({ name: tag, attributes }) => {
        const last = paragraphs.at(-1);
        if (tag === 'w:p') paragraphs.push({ style: '', words: '' });
        else if (last && tag === 'w:pStyle') last.style = attributes['w:val'] ?? '';
        else if (last && tag === 'w:br') last.words += '\n';
      },
      text: (words, within) => {
        const last = paragraphs.at(-1);
        if (last && within === 'w:t') last.words += words;
      },
    });
  return paragraphs;
};

/** The sheets of a workbook by name, each row's cells as texts. */
export const sheetsIn = (file: Uint8Array): Map<string, string[][]> => {
  const parts = partsOf(file);
  const shared: string[] = [];
  readXml(parts.get('xl/sharedStrings.xml') ?? '', {
    opens: ({ name }) => void (name === 'si' && shared.push('')),
    text: (words, within) => void (within === 't' && shared.push(`${shared.pop()}${words}`)),
  });
  const names: string[] = [];
  readXml(parts.get('xl/workbook.xml') ?? '', {
    opens: ({ name, attributes }) => void (name === 'sheet' && names.push(attributes.name ?? '')),
  });
  return new Map(
    names.map((name, place) => {
      const rows: string[][] = [];
      let kind = '';
      readXml(parts.get(`xl/worksheets/sheet${place + 1}.xml`) ?? '', {
        opens: (tag) => {
          if (tag.name === 'row') rows.push([]);
          if (tag.name === 'f') throw new Error(`${name} holds a formula`);
          if (tag.name === 'c') {
            kind = tag.attributes.t ?? 'n';
            const column = (tag.attributes.r ?? 'A').charCodeAt(0) - 65;
            const row = rows.at(-1) ?? [];
            while (row.length <= column) row.push('');
          }
        },
        text: (words, within) => {
          const row = rows.at(-1);
          if (row && within === 'v') row[row.length - 1] = kind === 's' ? (shared[Number(words)] ?? '') : words;
        },
      });
      return [name, rows];
    }),
  );
};

/** All that a file says, as one text. */
export const wordsIn = (name: string, file: Uint8Array): string => {
  if (name.endsWith('.docx'))
    return paragraphsIn(file)
      .map(({ words }) => words)
      .join('\n');
  return name.endsWith('.xlsx')
    ? [...sheetsIn(file)].map(([sheet, rows]) => [sheet, ...rows.flat()].join('\n')).join('\n')
    : Buffer.from(file).toString();
};
