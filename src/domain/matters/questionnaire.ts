import { z } from 'zod';
import { alter, changedBy, type Withdrawn, withdrawnWords } from '../changing.ts';
import { correcting } from '../correcting.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { dayIn } from '../moments.ts';
import type { By, Person } from '../people.ts';
import { publishedOn } from '../published.ts';
import { type Decision, refuse } from '../refusal.ts';
import { typedOrNothing } from '../text/typed.ts';

/*
 * What those inspected say of the inspection, once its report is published: how many were asked, and each questionnaire that came
 * back, by the role of whoever answered and never by a name. It is no evidence, and nothing of it reaches a grade.
 */

export const agreementLabels = {
  'strongly-agree': 'Strongly agree',
  agree: 'Agree',
  neither: 'Neither',
  disagree: 'Disagree',
  'strongly-disagree': 'Strongly disagree',
  'do-not-know': 'Don’t know',
} as const;
type Agreement = keyof typeof agreementLabels;
export const agreements = Object.keys(agreementLabels) as Agreement[];
const given = z.record(z.string(), z.enum(agreements));

const howMany = 'Give how many were asked, as a number such as 9.';
const sendQuestionnaire = z.strictObject({
  type: z.literal('SendQuestionnaire'),
  asked: z
    .string(howMany)
    .regex(/^[1-9]\d{0,3}$/, howMany)
    .transform(Number),
});
const answersFields = {
  from: z.string('Choose who answered, by role.'),
  /** By statement; those left out were not answered. */
  answers: given,
  words: typedOrNothing,
};
const recordAnswers = z.strictObject({ type: z.literal('RecordAnswers'), ...answersFields });
const commands = [sendQuestionnaire, recordAnswers] as const;

const questionnaireSent = z.strictObject({ type: z.literal('QuestionnaireSent'), asked: z.number() });
const answersRecorded = z.strictObject({
  type: z.literal('AnswersRecorded'),
  item: z.string(),
  from: z.string(),
  answers: given,
  words: z.string().nullable(),
});
type AnswersRecorded = z.infer<typeof answersRecorded>;
const events = [questionnaireSent, answersRecorded] as const;

export type Answers = Omit<AnswersRecorded, 'type'> & { by: Person; recordedAt: string; withdrawn: Withdrawn | null };

/** Those that count. */
export const standingAnswers = ({ answers }: Pick<Inspection, 'answers'>): Answers[] =>
  [...answers.values()].filter(({ withdrawn }) => withdrawn === null);

/** Why nothing is recorded of a questionnaire; null where something may be. */
export const whyNoQuestionnaire = (inspection: Inspection, at: string): string | null => {
  const { framework, sealed } = inspection;
  if (!framework.questionnaire)
    return `${framework.short} names no questionnaire. Its file can say who is asked, and which statements.`;
  return sealed || publishedOn(inspection, dayIn(inspection, at)) !== null
    ? null
    : 'The questionnaire comes after publication, and this inspection is neither signed off nor published yet.';
};

const act = 'record the questionnaire';

const readAnswers = (
  { from, answers, words }: Omit<z.infer<typeof recordAnswers>, 'type'>,
  item: string,
  inspection: Inspection,
  by: By,
): Decision<AnswersRecorded> => {
  const whyNot = whyNoQuestionnaire(inspection, by.at);
  if (whyNot !== null) return refuse(null, whyNot);
  const { asked = [], statements = [] } = inspection.framework.questionnaire ?? {};
  const { questionnairesSent: sent } = inspection;
  if (sent === null) return refuse(null, 'Say first how many were asked.');
  if (!inspection.answers.has(item) && standingAnswers(inspection).length >= sent)
    return refuse(null, `Asked: ${sent}. Came back: ${sent}. If more were asked, say so first.`);
  if (!asked.some(({ id }) => id === from))
    return refuse('from', `Choose who answered: ${asked.map(({ label }) => label).join(', ')}.`);
  const unknown = Object.keys(answers).find((id) => !statements.some((each) => each.id === id));
  if (unknown !== undefined) return refuse(null, `The questionnaire has no statement "${unknown}".`);
  if (Object.keys(answers).length === 0 && words === null)
    return refuse('words', 'Choose an answer to one statement at least, or write down what was said.');
  return { events: [{ type: 'AnswersRecorded', item, from, answers, words }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<Of<typeof events>> => {
  if (command.type === 'RecordAnswers') return readAnswers(command, nextItem(inspection.items, 'U'), inspection, by);
  const whyNot = whyNoQuestionnaire(inspection, by.at);
  if (whyNot !== null) return refuse(null, whyNot);
  const back = standingAnswers(inspection).length;
  if (command.asked < back) return refuse('asked', `${back} came back already. Give at least as many.`);
  if (command.asked === inspection.questionnairesSent) return refuse('asked', 'This is kept already.');
  return { events: [{ type: 'QuestionnaireSent', asked: command.asked }] };
};

export const whyNotChangeAnswers = changedBy<Answers>({
  act,
  others: 'correct what others recorded',
  sealed: false,
  over: withdrawnWords,
});

export const answersCorrection = correcting({
  of: 'questionnaire',
  fields: answersFields,
  event: answersRecorded,
  read: readAnswers,
  reword: ({ answers }, { type: _, ...said }) => alter(answers, said.item, said),
});

declare module '../inspection.ts' {
  interface Inspection {
    /** How many were asked; null while nobody said. */
    questionnairesSent: number | null;
    answers: Map<string, Answers>;
  }
}

export const questionnaireMatter = matter({
  commands,
  events,
  act,
  sealed: false,
  begins: () => ({ questionnairesSent: null as number | null, answers: new Map() }),
  decide,
  evolve: {
    QuestionnaireSent: (inspection, { asked }) => {
      inspection.questionnairesSent = asked;
    },
    AnswersRecorded: ({ answers }, { type: _, ...said }, { person: by, at }) =>
      void answers.set(said.item, { ...said, by, recordedAt: at, withdrawn: null }),
  },
  moves: 'nothing',
});
