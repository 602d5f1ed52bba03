import { middleGrades } from '../domain/agreement.ts';
import { areaOf, gradeInWords, listed } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Round, ShownAnswer } from '../domain/matters/round.ts';
import {
  answered,
  fewestWithoutNames,
  gradesShown,
  isToDiscuss,
  scaleAsked,
  stepsIn,
  waitedFor,
} from '../domain/matters/round-answers.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { gradeWords } from './areas.ts';
import { firstOf, shortened } from './fitting.ts';
import { andMore, counted, type Line, lineIf, type Message, message, type Part, paragraph } from './message.ts';

/** How a blind round is put. Nothing here looks at an answer before its round is closed. */

const couldNotSay = ({ closed }: Round): number => (closed?.answers ?? []).filter(({ grade }) => grade === null).length;

/** So many grades are said one by one; of more, each with how often it was given. */
const saidSingly = 8;

const gradesListed = ({ framework }: Inspection, grades: readonly string[]): string => {
  if (grades.length <= saidSingly) return grades.map((grade) => gradeInWords(framework, grade)).join(', ');
  return [...new Set(grades)]
    .map((grade) => `${grades.filter((each) => each === grade).length} ${gradeInWords(framework, grade)}`)
    .join(', ');
};

/** "good, good, requires improvement; one could not say", or why nothing is shown. */
export const gradesInOneLine = (inspection: Inspection, round: Round): string => {
  const { closed, withNames } = round;
  if (!closed || closed.raters.length === 0) return 'nobody answered';
  if (!withNames && closed.answers.length === 0)
    return `${counted(closed.raters.length, 'answer')}, too few to show without names`;
  const unsure = couldNotSay(round);
  return [gradesListed(inspection, gradesShown(round)), unsure > 0 ? `${unsure} could not say` : '']
    .filter(Boolean)
    .join('; ');
};

/** "good to inadequate, two steps apart"; "all the same" where they are; empty where fewer than two gave a grade. */
export const spreadInWords = (inspection: Inspection, round: Round): string => {
  const { framework } = inspection;
  const grades = gradesShown(round);
  const [best, worst] = [grades.at(0), grades.at(-1)];
  if (grades.length < 2 || best === undefined || worst === undefined) return '';
  const steps = stepsIn(inspection, round);
  if (steps === 0) return 'all the same';
  return `${gradeInWords(framework, best)} to ${gradeInWords(framework, worst)}, ${counted(steps, 'step')} apart`;
};

const titleOf = (inspection: Inspection, { item, area }: Round): string =>
  `Round ${item} on ${areaOf(inspection.framework, area).short}`;

/** So many of those still waited for are named. */
const namedAtOnce = 6;

/** How far an open round has come: who is still waited for, and never what anybody said. */
export const progressOf = (inspection: Inspection, round: Round): string => {
  const { answered: here, of } = answered(inspection, round);
  const waiting = waitedFor(inspection, round).map((person) => nameOfPerson(inspection, person));
  return `${here} of ${of} answered${waiting.length > 0 ? `; still waited for: ${firstOf(waiting, namedAtOnce)}` : ''}`;
};

const howShown = ({ withNames }: Round): string => (withNames ? 'by person' : 'without names');

/** A round as one line of a list. */
export const roundLine = (inspection: Inspection, round: Round): Line => {
  const title = { strong: titleOf(inspection, round) };
  if (!round.closed) return [title, ` · open, ${howShown(round)} · ${progressOf(inspection, round)}`];
  const spread = spreadInWords(inspection, round);
  return [
    title,
    `: ${gradesInOneLine(inspection, round)}${spread ? ` · ${spread}` : ''}`,
    isToDiscuss(inspection, round) ? ' · to discuss' : '',
  ];
};

const answerLine = (inspection: Inspection, { grade, reason, by }: ShownAnswer, most: number): Line => {
  const who = by ? `${nameOfPerson(inspection, by)}: ` : '';
  const said = grade === null ? 'cannot say' : gradeWords(inspection, grade);
  return [who, { strong: said }, ` — ${shortened(reason, most)}`];
};

/** So many answers are listed; a team is smaller. */
const answersListed = 20;

const shownParts = (inspection: Inspection, round: Round, most: number): Part[] => {
  const { closed } = round;
  if (!closed) return [];
  const grades = middleGrades(scaleAsked(inspection, round), gradesShown(round));
  const median = listed(
    grades.map((grade) => gradeInWords(inspection.framework, grade)),
    'and',
  );
  const spread = spreadInWords(inspection, round);
  const facts = [
    counted(closed.raters.length, 'answer'),
    median && `median ${median}`,
    spread && `spread ${spread}`,
  ].filter(Boolean);
  const more = closed.answers.length - answersListed;
  const tooFew = !round.withNames && closed.answers.length === 0 && closed.raters.length > 0;
  return [
    paragraph(facts.join(' · ')),
    {
      lines: lineIf(
        tooFew,
        `Without names nothing is shown of fewer than ${fewestWithoutNames} answers: it would be plain who said what.`,
      ),
    },
    { list: closed.answers.slice(0, answersListed).map((each) => answerLine(inspection, each, most)) },
    andMore(more, 'more, in the copy to read.'),
    {
      lines: lineIf(
        isToDiscuss(inspection, round),
        { strong: 'To discuss: ' },
        'the grades lie two steps apart or more. Talk about what each of you saw.',
      ),
    },
  ];
};

/** What a round came to, or how far it has come. `most` is how much of each reason is shown. */
export const roundParts = (inspection: Inspection, round: Round, most: number): Part[] => {
  if (!round.closed) return [{ lines: [roundLine(inspection, round)] }];
  const how = round.closed.because === 'all-answered' ? 'all answered' : 'closed before all had answered';
  return [
    { heading: titleOf(inspection, round) },
    paragraph(`Shown ${howShown(round)} · ${how}`),
    ...shownParts(inspection, round, most),
  ];
};

/** What somebody asked is told in private. */
export const roundNotice = (inspection: Inspection, round: Round): Message => {
  const { short } = areaOf(inspection.framework, round.area);
  const shown = round.withNames ? 'with names' : 'without names, in an order that does not tell who said what';
  return message(
    {
      lines: [
        [
          {
            strong: `${inspection.authority}: ${nameOfPerson(inspection, round.by)} asks for your grade of ${short}. `,
          },
          'Give it before you talk about it with the others.',
        ],
        [
          `Nobody sees it, the lead included, until all have answered or the lead closes the round. Then all are shown ${shown}.`,
        ],
      ],
    },
    { buttons: [{ label: `Answer ${round.item}`, does: `in ${inspection.id} round ${round.item}`, main: true }] },
  );
};
