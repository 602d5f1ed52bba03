/** Text broken into lines of at most `width` characters. Lines after the first of a paragraph begin with `hang`. */
export const wrapped = (text: string, width: number, hang = ''): string[] =>
  text.split('\n').flatMap((paragraph) => {
    const [, lead = '', rest = ''] = paragraph.match(/^(\s*)(.*)$/) ?? [];
    const lines: string[] = [];
    let line = lead;
    for (const word of rest.split(/\s+/).filter(Boolean)) {
      const started = line.trim() !== '';
      const longer = started ? `${line} ${word}` : `${line}${word}`;
      if (started && lengthOf(longer) > width) {
        lines.push(line);
        line = `${hang}${word}`;
      } else {
        line = longer;
      }
    }
    return [...lines, line];
  });

/** As a person counts characters. */
export const lengthOf = (text: string): number => [...text].length;

/** Lines moved to the right by so many spaces; empty ones stay empty. */
export const indented = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => (line === '' ? line : `${' '.repeat(by)}${line}`));

/** One line of at most `width` characters, with an ellipsis where something is gone. */
export const cut = (line: string, width: number): string =>
  lengthOf(line) <= width
    ? line
    : `${[...line]
        .slice(0, width - 1)
        .join('')
        .trimEnd()}…`;
