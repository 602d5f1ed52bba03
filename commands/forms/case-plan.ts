import { inWordsOf } from '../../src/domain/field.ts';
import { isReserve } from '../../src/domain/sample-plan.ts';
import { standingSamples } from '../../src/domain/samples.ts';
import { identifierIn, mostCharacters } from '../../src/domain/text/typed.ts';
import { planParts, readPlan } from '../../src/sampling/plan.ts';
import { countedCases } from '../../src/words/areas.ts';
import { drawnInWords, planFile, sampleMessage } from '../../src/words/sample.ts';
import type { AskOfInspection, Receipt, Reply } from '../contract.ts';
import { box, tick } from '../fields.ts';
import { type About, type Form, one, several, type Values } from '../form.ts';
import { savedSaying } from '../receipt.ts';
import { keeps, notAllowed, sealedReply, where } from '../reply.ts';

/** Taking in a plan of cases that were drawn, and putting a reserve in the place of a case that did not fit. */

const act = 'take in a plan of {cases}';

/** What is longer than these boxes hold is taken in on the command line. */
export const planFields = ['plan', 'more'];

export const drawPlan = ({ inspection }: AskOfInspection, values: Values, about: About): Form => ({
  of: 'case',
  title: 'Take in a plan',
  submit: 'Take it in',
  pieces: [
    box('plan', 'Plan', one(values, 'plan'), {
      hint: 'The plan file, from its first line to its last. It names nobody.',
    }),
    box('more', 'The rest of it', one(values, 'more'), {
      required: false,
      hint: 'Where the plan is longer than one box holds.',
    }),
    ...(standingSamples(inspection).length > 0
      ? [
          tick(
            'instead',
            'The plan before it',
            { value: 'yes', label: 'Counts no more: what nobody has read of it is taken off' },
            { required: false, ticked: several(values, 'instead').includes('yes') },
          ),
        ]
      : []),
  ],
  about: { ...about, what: 'plan' },
});

const planReceipt = ({ inspection, events }: Receipt) => {
  const cases = events.find((event) => event.type === 'SampleTaken')?.plan.cases ?? [];
  const reserves = cases.filter(isReserve).length;
  return savedSaying(`${countedCases(inspection, cases.length - reserves)} to be read, ${reserves} in reserve.`, {
    buttons: [
      { label: inWordsOf(inspection, 'All {cases}'), does: 'case', main: true },
      { label: 'How they were drawn', does: 'case plan' },
    ],
  });
};

/** What was pasted, where it is a plan; else what is wrong with it, in its place. */
export const takesPlan = ({ inspection }: AskOfInspection, values: Values): Reply => {
  const pasted = planFields.map((field) => one(values, field) ?? '');
  const plan = readPlan(pasted.join('\n'));
  const instead = several(values, 'instead').includes('yes');
  if (!('wrong' in plan)) return keeps({ type: 'TakeSample', plan, instead }, planReceipt);
  const identifiers = planFields.flatMap((field, part) => {
    // The sum of a workbook may have the digits of anything in it.
    const found = identifierIn((pasted[part] ?? '').replace(/[0-9a-f]{64}/g, ''));
    return found ? [{ field, words: inWordsOf(inspection, found) }] : [];
  });
  const wrong = { field: 'plan', words: `Line ${plan.line}: ${plan.wrong}` };
  return { refusals: identifiers.length > 0 ? identifiers : [wrong] };
};

/** How the cases were drawn; where none were, or a plan is pasted, the form that takes one in. `words` are those after "plan". */
export const planAsked = (ask: AskOfInspection, words: string): Reply => {
  const { inspection } = ask;
  const file = inspection.samples[Number(words.match(/^file (\d+)$/)?.[1]) - 1];
  if (file) return { send: planFile(inspection, file) };
  if (words === '' && standingSamples(inspection).length > 0)
    return { say: sampleMessage(inspection, where(ask, act, 'Take in another plan', 'case plan new')) };
  const [plan = null, more = null] = words === 'new' ? [] : planParts(words, mostCharacters);
  return sealedReply(ask) ?? notAllowed(ask, act) ?? { open: drawPlan(ask, { plan, more }, {}) };
};

const reserveReceipt = ({ inspection, events }: Receipt) => {
  const as = events.find((event) => event.type === 'ReserveUsed')?.as ?? '';
  return savedSaying(`${as}: ${drawnInWords(inspection, as)}`, {
    buttons: [
      { label: `Read ${as}`, does: `case ${as}`, main: true },
      { label: inWordsOf(inspection, 'All {cases}'), does: 'case' },
    ],
  });
};

/** The next reserve takes the place of a drawn case that was taken off. */
export const usesReserve = (item: string): Reply => keeps({ type: 'UseReserve', item }, reserveReceipt);
