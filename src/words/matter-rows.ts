import { type Act, may, type Role } from '../domain/roles.ts';
import type { Button, Part, Pressed } from './message.ts';

/**
 * Something that is open in an inspection, whoever reads of it: a line, and what may be done about it. Many people see the
 * same one, so its acts are for whoever may; `due` is its day such as 2013-12-05, at once where somebody is at risk, null
 * where it has none.
 */
export type OpenMatter = {
  item: string | null;
  words: string;
  /** `act` is what somebody must be allowed to do, where not everybody is whom it is offered to. */
  acts: readonly (Pressed & { act?: Act })[];
  due: string | 'at once' | null;
};

/** What nobody has seen to, where it is no item: a line, and what is done about it. */
export type Gap = Pick<OpenMatter, 'words' | 'acts'>;

/** One of these; none where there is nothing to say. */
export const gap = (words: string, ...acts: Gap['acts']): Gap[] => (words === '' ? [] : [{ words, acts }]);

/** Each as a line with its acts beside it: all of them, or those of somebody's role. */
export const matterRows = (matters: readonly Gap[], role?: Role): Part[] =>
  matters.map(({ words, acts }) => ({
    row: [words],
    acts: acts.filter(({ act }) => !act || !role || may(role, act)).map(({ label, does }) => ({ label, does })),
  }));

/** So many are named where there is much else to read; the others are a press away. */
const mostForemost = 3;

export const isPause = ({ acts }: OpenMatter): boolean => acts.some(({ does }) => does === 'resume');

/** The first of them, somebody at risk apart from the others, and what shows all where there are more. A pause is told elsewhere. */
export const foremost = (
  matters: readonly OpenMatter[],
  role?: Role,
): { atOnce: Part[]; others: Part[]; all: Button[] } => {
  const shown = matters.filter((matter) => !isPause(matter)).slice(0, mostForemost);
  const isAtOnce = ({ due }: OpenMatter): boolean => due === 'at once';
  return {
    atOnce: matterRows(shown.filter(isAtOnce), role),
    others: matterRows(
      shown.filter((matter) => !isAtOnce(matter)),
      role,
    ),
    all: matters.length > mostForemost ? [{ label: `All ${matters.length} open matters`, does: 'open' }] : [],
  };
};
