import { areaOf, gradeInWords } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { ownMovements, scaleAsked } from '../domain/matters/round-answers.ts';
import type { Person } from '../domain/people.ts';
import { andMore, counted, type Line, type Message, message, paragraph, says } from './message.ts';

/** So many rounds are listed; the others are in the copy to read. */
const listedAtOnce = 10;

/** "two steps up": better grades are up. */
const moveInWords = (scale: readonly string[], from: string, to: string): string => {
  const steps = scale.indexOf(from) - scale.indexOf(to);
  if (!scale.includes(to)) return '';
  if (steps === 0) return ', as you said';
  return `, ${counted(Math.abs(steps), 'step')} ${steps > 0 ? 'better' : 'worse'} than you said`;
};

/** What somebody said first in each round and what was agreed since: shown to that person alone. */
export const movementMessage = (inspection: Inspection, by: Person): Message => {
  const all = ownMovements(inspection, by).reverse();
  if (all.length === 0) return says('No round that you gave a grade in is closed yet.');
  const shown = all.slice(0, listedAtOnce);
  const line = ({ round, first, agreed }: (typeof all)[number]): Line => {
    const { short } = areaOf(inspection.framework, round.area);
    const since = agreed
      ? `agreed: ${gradeInWords(inspection.framework, agreed)}${moveInWords(scaleAsked(inspection, round), first, agreed)}`
      : 'nothing agreed since';
    return [{ strong: `${round.item} ${short}: ` }, `you said ${gradeInWords(inspection.framework, first)}; ${since}`];
  };
  return message(
    paragraph('What you said first, and what was agreed since:'),
    { list: shown.map(line) },
    andMore(all.length - shown.length),
    { note: 'Only you can see this, and nobody else can ask for it.' },
  );
};
