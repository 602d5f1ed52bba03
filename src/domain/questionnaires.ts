import type { Inspection } from './inspection.ts';
import { type Answers, standingAnswers } from './matters/questionnaire.ts';

/*
 * Questionnaires counted by statement, over one inspection or over all under one framework. Nobody is counted by themselves.
 */

export type CountedStatement = { id: string; label: string; answered: number; agreed: number; strongly: number };
/** How many came back of those asked, and how many of each role. */
export type Counted = {
  inspections: number;
  asked: number;
  answered: number;
  from: { id: string; label: string; many: string; count: number }[];
  statements: CountedStatement[];
};

/** An inspection as far as it is counted. */
export type Asking = Pick<Inspection, 'framework' | 'questionnairesSent' | 'answers'>;

/** Counts those of one role, or of all where none is named. Statements are as the last of these inspections has them. */
export const countedOver = (inspections: readonly Asking[], role: string | null = null): Counted => {
  const asking = inspections.filter(({ questionnairesSent }) => questionnairesSent !== null);
  const { asked: roles = [], statements = [] } = asking.at(-1)?.framework.questionnaire ?? {};
  const all = asking.flatMap(standingAnswers);
  const counting = role === null ? all : all.filter(({ from }) => from === role);
  const given = (id: string, ...which: Answers['answers'][string][]): number =>
    counting.filter(({ answers }) => answers[id] && (which.length === 0 || which.includes(answers[id]))).length;
  return {
    inspections: asking.length,
    asked: asking.reduce((sum, { questionnairesSent }) => sum + (questionnairesSent ?? 0), 0),
    answered: counting.length,
    from: roles
      .map((each) => ({ ...each, count: counting.filter(({ from }) => from === each.id).length }))
      .filter(({ count }) => count > 0),
    statements: statements.map(({ id, label }) => ({
      id,
      label,
      answered: given(id),
      agreed: given(id, 'agree', 'strongly-agree'),
      strongly: given(id, 'strongly-agree'),
    })),
  };
};

/** With fewer of a role, what one person answered could be worked out. */
const fewest = 3;

/** The roles that may be counted apart: none, where that would tell what one or two people answered. */
export const rolesApart = ({ from }: Counted): string[] =>
  from.length > 1 && from.every(({ count }) => count >= fewest) ? from.map(({ id }) => id) : [];
