import { z } from 'zod';
import type { Typed } from './matter.ts';

/** One schema of many, told apart by their `type`: a value is held against the one that it names. */
export const oneOf = <Option extends Typed>(options: readonly Option[]) =>
  z.discriminatedUnion('type', options as readonly Option[] as readonly [Option, ...Option[]]);

/** The kinds of command or event that a schema takes. */
const typesOf = (schema: Typed): string[] => [...(schema._zod.propValues?.type ?? [])].map(String);

type Rows<Row> = {
  /** The row of a kind of command or event. @throws RangeError where no row has it: what is stored was parsed before */
  of(type: string): Row;
};

/** Finds a matter by the type of one of its commands or events. */
export const rowsBy = <Row extends { commands: readonly Typed[]; events: readonly Typed[] }>(
  rows: readonly Row[],
): Rows<Row> => {
  const byType = new Map(
    rows.flatMap((row) => [...row.commands, ...row.events].flatMap(typesOf).map((type) => [type, row] as const)),
  );
  return {
    of: (type) => {
      const row = byType.get(type);
      if (!row) throw new RangeError(`No matter has ${type}`);
      return row;
    },
  };
};
