import { existsSync, readFileSync } from 'node:fs';
import { SettingRefused } from './refused.ts';

export type Given = Readonly<Record<string, string | undefined>>;

const textOf = (file: string, called: string): string => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : 'unknown';
    throw new SettingRefused(`${called} cannot be read (${code}).`, { cause: error });
  }
};

/** NAME=value, the value bare or in quotes; what follows a # after a space is a comment. */
const line = /^(?:export\s+)?(\w+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'#]\S*(?:\s+[^\s#]\S*)*)?)\s*(?:#.*)?$/;

/**
 * What a file such as `.env` says of these settings; nothing where there is no such file.
 * @throws SettingRefused naming the line that is none of them, never what stands in it
 */
export const settingsIn = (file: string, names: readonly string[]): Given => {
  const lines = existsSync(file) ? textOf(file, file).split('\n') : [];
  return Object.fromEntries(
    lines.flatMap((each, index) => {
      const said = each.trim();
      if (said === '' || said.startsWith('#')) return [];
      const [, name = '', ...values] = line.exec(said) ?? [];
      if (names.includes(name)) return [[name, values.find((value) => value !== undefined) ?? '']];
      throw new SettingRefused(
        `${file}, line ${index + 1}, is no setting. A line is NAME=value, with a name out of .env.example, or begins with #.`,
      );
    }),
  );
};

const ending = '_FILE';

/**
 * The secrets that are given as the name of a file, which is how systemd and containers hand them over.
 * @throws SettingRefused by name, never with what the file holds
 */
export const secretsIn = (given: Given, names: readonly string[]): Given =>
  Object.fromEntries(
    names.flatMap((name) => {
      const file = name.endsWith(ending) ? given[name] : undefined;
      if (file === undefined) return [];
      const secret = name.slice(0, -ending.length);
      if (given[secret] !== undefined)
        throw new SettingRefused(`${secret} and ${name} are both set. Remove one of them.`);
      const called = `The file that ${name} names`;
      const text = textOf(file, called).trim();
      if (text === '') throw new SettingRefused(`${called} is empty.`);
      // As with a second line, or in what Windows calls Unicode.
      if (!/^[!-~]+$/.test(text)) throw new SettingRefused(`${called} holds more than the secret, in plain text.`);
      return [[secret, text]];
    }),
  );
