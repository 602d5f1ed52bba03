import { inWordsOf } from '../../src/domain/field.ts';
import { besides } from '../../src/domain/matters/sample.ts';
import { isReserve } from '../../src/domain/sample-plan.ts';
import { standingSamples } from '../../src/domain/samples.ts';
import { identifierIn, mostCharacters } from '../../src/domain/text/typed.ts';
import { planParts, readPlan } from '../../src/sampling/plan.ts';
import { countedCases } from '../../src/words/areas.ts';
import { caseLine } from '../../src/words/case.ts';
import { itemLine } from '../../src/words/items.ts';
import { message, paragraph } from '../../src/words/message.ts';
import { planFile, sampleMessage } from '../../src/words/sample.ts';
import type { AskOfInspection, Receipt, Reply } from '../contract.ts';
import { box, labelled, radio, saidLines } from '../fields.ts';
import { type About, type Form, one, type Values } from '../form.ts';
import { savedSaying } from '../receipt.ts';
import { keeps, notAllowed, sealedReply, tells, where } from '../reply.ts';
import { askAboutNames, openAgain } from './names.ts';

/** Taking in a plan of cases that were drawn, and putting a reserve in the place of a case that does not fit. */

/** So many boxes hold a plan; a longer one is taken in on the command line. */
const mostParts = 4;
const act = 'take in a plan of {cases}';

const partsOf = ({ parts }: About): string[] =>
  Array.from({ length: Number(parts ?? 1) }, (_, part) => (part === 0 ? 'plan' : `plan${part + 1}`));

export const drawPlan = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const fields = partsOf(about);
  return {
    of: 'case',
    title: inWordsOf(inspection, 'Take in a plan'),
    submit: 'Take it in',
    pieces: [
      ...fields.map((field, part) =>
        box(field, part === 0 ? 'Plan' : `Part ${part + 1} of the plan`, one(values, field), {
          required: part === 0,
          hint: part === 0 ? 'The whole plan file, from its first line to its last. It names nobody.' : null,
        }),
      ),
      ...(fields.length < mostParts
        ? [{ is: 'redraw' as const, label: 'It has another part', about: { parts: `${fields.length + 1}` } }]
        : []),
      ...(standingSamples(inspection).length > 0
        ? [
            radio(
              'place',
              'It counts',
              labelled(besides, {
                beside: 'Beside the plan before it',
                instead: 'Instead of it: what nobody has read of that is taken off',
              }),
              one(values, 'place'),
            ),
          ]
        : []),
    ],
    about: { ...about, what: 'plan' },
  };
};

const planReceipt = ({ inspection, events }: Receipt) => {
  const plan = events.find((event) => event.type === 'SampleTaken')?.plan;
  const reserves = plan?.cases.filter(isReserve).length ?? 0;
  const drawn = countedCases(inspection, (plan?.cases.length ?? 0) - reserves);
  return savedSaying(`${drawn} to be read, ${reserves} in reserve.`, {
    buttons: [
      { label: inWordsOf(inspection, 'All {cases}'), does: 'case', main: true },
      { label: 'How they were drawn', does: 'case plan' },
    ],
  });
};

export const submittedPlan = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const fields = partsOf(about);
  const asks = askAboutNames(ask, values, about, fields, drawPlan);
  if (asks) return asks;
  const plan = readPlan(fields.flatMap((field) => one(values, field) ?? []).join('\n'));
  if (!('wrong' in plan)) return keeps({ type: 'TakeSample', plan, place: one(values, 'place') }, planReceipt);
  const identifiers = fields.flatMap((field) => {
    // The sum of a workbook may have the digits of anything in it.
    const found = identifierIn((one(values, field) ?? '').replace(/[0-9a-f]{64}/g, ''));
    return found ? [{ field, words: inWordsOf(ask.inspection, found) }] : [];
  });
  const wrong = { field: 'plan', words: `Line ${plan.line}: ${plan.wrong}` };
  return { refusals: identifiers.length > 0 ? identifiers : [wrong] };
};

/** What a pasted plan comes to without its form: kept at once where nothing is to be asked. */
const pasted = (ask: AskOfInspection, text: string): Reply => {
  const parts = planParts(text, mostCharacters);
  const about = { parts: String(Math.min(parts.length, mostParts)) };
  const values = Object.fromEntries(partsOf(about).map((field, part) => [field, parts[part]]));
  const reply = submittedPlan(ask, values, about);
  const again = openAgain(ask, values, about, drawPlan);
  if ('refusals' in reply) return again(reply.refusals);
  return 'keep' in reply ? { ...reply, refused: again } : reply;
};

/** The samples that count; where there is none, or a plan is pasted, what takes one in. `words` are those after "plan". */
export const planAsked = (ask: AskOfInspection, words: string): Reply => {
  const { inspection } = ask;
  const samples = standingSamples(inspection);
  const [, number] = words.match(/^file (\d+)$/) ?? [];
  const asked = number === undefined ? undefined : inspection.samples[Number(number) - 1];
  if (asked) return { send: planFile(inspection, asked) };
  if (words === '' && samples.length > 0) {
    const files = samples.map((sample) => inspection.samples.indexOf(sample) + 1);
    const sent = files.map((each) => ({
      label: files.length > 1 ? `Send me plan ${each}` : 'Send me the plan file',
      does: `case plan file ${each}`,
    }));
    const takes = inspection.sealed ? [] : where(ask, act, 'Take in another plan', 'case plan new');
    return { say: sampleMessage(inspection, [...sent, ...takes]) };
  }
  const no = sealedReply(ask) ?? notAllowed(ask, act);
  if (no) return no;
  return words === '' || words === 'new' ? { open: drawPlan(ask, {}, {}) } : pasted(ask, words);
};

/** The form that takes a drawn case off and puts the next reserve in its place. */
export const drawReplacing = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const each = inspection.cases.registered.get(about.item ?? '');
  return {
    of: 'case',
    title: `Replace ${about.item}`,
    submit: 'Replace it',
    pieces: [
      ...(each ? [saidLines(caseLine(inspection, each))] : []),
      box('reason', 'Why does it not fit?', one(values, 'reason'), {
        hint: 'The next reserve of its cohort takes its place. How many were replaced stands in the summary, the reason in the record.',
      }),
    ],
    about: { ...about, what: 'replace' },
  };
};

const replaced = ({ inspection, events, at }: Receipt) => {
  const used = events.find((event) => event.type === 'ReserveUsed');
  if (!used) return savedSaying('');
  const line = itemLine(inspection, used.as, at, 300) ?? [];
  return message(
    paragraph({ strong: 'Saved ' }, ...line),
    paragraph(`It takes the place of ${used.for}. In the key it is ${used.reserve}.`),
    { buttons: [{ label: inWordsOf(inspection, 'All {cases}'), does: 'case' }] },
  );
};

/** Puts a reserve in the place of a drawn case that was taken off. */
export const reserveUsed = (item: string): Reply => keeps({ type: 'UseReserve', item }, replaced);

export const submittedReplacing = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const { item = '' } = about;
  const keeping = (command: object) => ({ in: 'inspection' as const, command });
  return (
    askAboutNames(ask, values, about, ['reason'], drawReplacing) ?? {
      several: [
        keeping({ type: 'RemoveCase', item, reason: one(values, 'reason') }),
        keeping({ type: 'UseReserve', item }),
      ],
      receipts: (kept) => replaced(kept.at(-1) as Receipt),
      another: null,
      stopped: (_, words) => tells(`${item} is taken off.`, words),
    }
  );
};
