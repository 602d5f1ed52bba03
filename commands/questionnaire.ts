import type { Inspection } from '../src/domain/inspection.ts';
import { agreementLabels, agreements, whyNoQuestionnaire } from '../src/domain/matters/questionnaire.ts';
import { countedOver } from '../src/domain/questionnaires.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { paragraph } from '../src/words/message.ts';
import { returnedInWords, statementInWords } from '../src/words/questionnaire.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, choicesOf, labelled, line, menu } from './fields.ts';
import { type About, type Form, fieldsIn, one, type Values } from './form.ts';
import { correcting, seenIn } from './forms/meanwhile.ts';
import { namedItem } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { receiptOf, savedSaying } from './receipt.ts';
import { keeps, notAllowed, offers, shownItem, tells, where } from './reply.ts';

const act = 'record the questionnaire';
const apart = { note: 'It is no evidence, and no grade rests on it.' };
const only = ({ framework }: Inspection): boolean => framework.questionnaire !== undefined;
const namedIn = ({ inspection }: AskOfInspection) =>
  inspection.framework.questionnaire ?? { asked: [], statements: [] };
const optional = { required: false };
const fieldOf = (statement: string): string => `to-${statement}`;

const draw = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'questionnaire',
  title: about.sends ? 'Questionnaire sent' : about.item ? `Correct ${about.item}` : 'Questionnaire',
  submit: 'Save',
  pieces: about.sends
    ? [line('asked', 'How many were asked?', one(values, 'asked'))]
    : [
        menu('from', 'Who answered? No name is kept', choicesOf(namedIn(ask).asked), one(values, 'from')),
        ...namedIn(ask).statements.map(({ id, label }) =>
          menu(fieldOf(id), label, labelled(agreements, agreementLabels), one(values, fieldOf(id)), optional),
        ),
        box('words', 'In their own words', one(values, 'words'), optional),
      ],
  about,
});

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  if (about.sends)
    return keeps({ type: 'SendQuestionnaire', asked: one(values, 'asked')?.trim() }, ({ inspection }) =>
      savedSaying(`${inspection.questionnairesSent} were asked.`, {
        buttons: [{ label: 'Record answers', does: 'questionnaire new' }],
      }),
    );
  const given = namedIn(ask).statements.map(({ id }) => [id, one(values, fieldOf(id))] as const);
  const command = {
    ...(about.item
      ? { type: 'CorrectItem', of: 'questionnaire', item: about.item, seen: seenIn(about) }
      : { type: 'RecordAnswers' }),
    ...fieldsIn(values, 'from', 'words'),
    answers: Object.fromEntries(given.filter(([, answer]) => answer !== null)),
  };
  const receipt = receiptOf(ask, ({ inspection }) => [paragraph(returnedInWords(countedOver([inspection])))]);
  return askAboutNames(ask, values, about, ['words'], draw) ?? keeps(command, receipt);
};

/** A questionnaire as it was recorded, to be put right. */
export const correctedAnswers = (ask: AskOfInspection, item: string): Form | null => {
  const found = ask.inspection.answers.get(item);
  if (!found) return null;
  const given = Object.entries(found.answers).map(([id, answer]) => [fieldOf(id), answer]);
  return draw(ask, { from: found.from, words: found.words, ...Object.fromEntries(given) }, correcting(ask, item));
};

/** How many answered, what came of each statement, and what came back. */
const listed = (ask: AskOfInspection, page: number): Reply => {
  const { answers, questionnairesSent } = ask.inspection;
  const label = questionnairesSent === null ? 'It was sent' : 'How many were asked';
  const sent = where(ask, act, label, 'questionnaire sent');
  if (questionnairesSent === null) return offers('Nobody has said yet that the questionnaire was sent.', sent);
  const count = countedOver([ask.inspection]);
  const opening = [
    paragraph({ strong: `Questionnaire: ${returnedInWords(count)}` }),
    { list: count.statements.map((each) => [statementInWords(each, count)]) },
  ];
  const buttons = [...where(ask, act, 'Record answers', 'questionnaire new'), ...sent];
  const asked = { words: 'questionnaire list', page };
  return { say: listing(ask, opening, [...answers.keys()], asked, { buttons }, apart) };
};

export const questionnaire: InspectionSubcommand = {
  of: 'inspection',
  word: 'questionnaire',
  usage: '[sent 9, or new]',
  about:
    'Counts what those inspected say of the inspection once its report is published, by statement and never by person.',
  brief: 'what those inspected say of the inspection',
  offers: [
    { label: 'Record a questionnaire', words: 'new', act, sealed: true, only },
    { label: 'What the questionnaires say', words: 'list', sealed: true, only },
  ],
  example: '/judge questionnaire sent 9',
  act: 'read',
  asked: (ask) => {
    const words = ask.words.trim().toLowerCase();
    const named = namedItem('U', [], words);
    if (named) return shownItem(ask, named.item);
    const whyNot = whyNoQuestionnaire(ask.inspection, ask.at);
    if (whyNot !== null) return tells(whyNot);
    const [, asked] = words.match(/^sent\s*(.*)$/) ?? [];
    if (asked === undefined && words !== 'new') return listed(ask, pageOf(words).page);
    const sends = asked !== undefined || ask.inspection.questionnairesSent === null;
    return notAllowed(ask, act) ?? { open: draw(ask, { asked }, sends ? { sends: 'yes' } : {}) };
  },
  form: { draw, submitted },
};
