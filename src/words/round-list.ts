import { areaOf, gradeInWords } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { ownMovements, scaleAsked } from '../domain/matters/round-answers.ts';
import type { Person } from '../domain/people.ts';
import {
  andMore,
  type Button,
  counted,
  type Line,
  type Message,
  message,
  type Part,
  paragraph,
  says,
} from './message.ts';
import { roundLine } from './round.ts';

/** So many rounds are listed; the others are in the copy to read. */
const listedAtOnce = 10;

const moreNote = (more: number): Part => andMore(more, 'more. Name one, such as /judge round R-001, to see it.');

/** The rounds of an inspection, newest first. */
export const roundsMessage = (inspection: Inspection, buttons: readonly Button[]): Message => {
  const all = [...inspection.rounds.values()].reverse();
  const shown = all.slice(0, listedAtOnce);
  return message(
    paragraph(
      all.length === 0
        ? 'No round yet. In a round each inspector grades an area alone; then all are shown together.'
        : `${counted(all.length, 'round')}${all.length > 1 ? ', newest first' : ''}.`,
    ),
    { list: shown.map((round) => roundLine(inspection, round)) },
    moreNote(all.length - shown.length),
    { buttons: buttons.slice(0, 5) },
    { note: 'Only you can see this.' },
  );
};

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
    moreNote(all.length - shown.length),
    { note: 'Only you can see this, and nobody else can ask for it.' },
  );
};
