import { cohortsOf } from '../../src/domain/cohorts.ts';
import { inWordsOf, labelsInWordsOf } from '../../src/domain/field.ts';
import type { Inspection } from '../../src/domain/inspection.ts';
import { caseKindLabels, caseKinds } from '../../src/domain/matters/case.ts';
import { reserveFor } from '../../src/domain/samples.ts';
import { caseLine } from '../../src/words/case.ts';
import { itemLine } from '../../src/words/items.ts';
import { type Message, message, paragraph } from '../../src/words/message.ts';
import type { AskOfInspection, Receipt, Reply } from '../contract.ts';
import { box, choicesOf, labelled, line, menu, person, radio, saidLines } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Values } from '../form.ts';
import { savedItem, savedLine } from '../receipt.ts';
import { keeps } from '../reply.ts';
import { drawPlan, planFields, takesPlan } from './case-plan.ts';
import { correcting, seenIn } from './meanwhile.ts';
import { askAboutNames } from './names.ts';

/** Registering a case, changing it (`about.item`), and taking it off (`about.what` is remove). */

const title = (inspection: Inspection, { item, reference }: About): string => {
  if (item) return `Change ${item}`;
  return reference ? `Register ${reference}` : inWordsOf(inspection, 'Register a {case}');
};

const drawDetails = ({ inspection, by }: AskOfInspection, values: Values, about: About): Form => ({
  of: 'case',
  title: title(inspection, about),
  submit: 'Save',
  pieces: [
    ...(about.item || about.reference
      ? []
      : [
          saidLines([
            inWordsOf(inspection, 'Fortnight gives the reference. Use it everywhere instead of {a child}’s name.'),
          ]),
        ]),
    radio(
      'kind',
      'How is it read?',
      labelled(caseKinds, labelsInWordsOf(inspection, caseKindLabels)),
      one(values, 'kind'),
    ),
    menu('cohort', 'Cohort', choicesOf(cohortsOf(inspection.framework)), one(values, 'cohort')),
    line('site', 'Site', one(values, 'site'), { required: false, hint: 'The office or team that holds it.' }),
    person('reader', 'Who reads it?', one(values, 'reader') ?? by.user),
  ],
  about,
});

const drawRemoving = ({ inspection }: AskOfInspection, values: Values, about: About): Form => {
  const each = inspection.cases.registered.get(about.item ?? '');
  return {
    of: 'case',
    title: `Take off ${about.item}`,
    submit: 'Take off',
    pieces: [
      ...(each ? [saidLines(caseLine(inspection, each))] : []),
      box('reason', 'Why is it taken off?', one(values, 'reason'), {
        hint: 'It counts no more. Evidence that names it stays, and its reference is never given again.',
      }),
    ],
    about,
  };
};

const drawsOf: Record<string, typeof drawDetails> = { remove: drawRemoving, plan: drawPlan };

export const drawCase = (ask: AskOfInspection, values: Values, about: About): Form =>
  (drawsOf[about.what ?? ''] ?? drawDetails)(ask, values, about);

/** A case as it is registered, to be changed. */
export const correctedCase = (ask: AskOfInspection, item: string): Form | null => {
  const each = ask.inspection.cases.registered.get(item);
  if (!each) return null;
  const { kind, cohort, site } = each;
  const reader = each.reader?.user ?? null;
  return drawCase(ask, { kind, cohort, site, reader }, { ...correcting(ask, item), what: 'change' });
};

/** The form that takes a case off. */
export const removedCase = (ask: AskOfInspection, item: string): Form => drawCase(ask, {}, { item, what: 'remove' });

export const caseReceipt = ({ inspection, events, at }: Receipt): Message => {
  const item = savedItem({ events });
  const line = itemLine(inspection, item, at, 300);
  const unfit = inspection.cases.registered.get(item)?.removed && reserveFor(inspection, item);
  return message(paragraph(...savedLine(line ?? [])), {
    buttons: [
      ...(unfit ? [{ label: 'Use a reserve', does: `case ${item} reserve`, main: true }] : []),
      { label: 'Register another', does: 'case new', main: !unfit },
      { label: inWordsOf(inspection, 'All {cases}'), does: 'case' },
    ],
  });
};

export const caseCommand = (values: Values, about: About) => {
  const { item, reference, what } = about;
  if (what === 'remove') return { type: 'RemoveCase', item, reason: one(values, 'reason') };
  return {
    ...(item
      ? { type: 'ChangeCase', item, seen: seenIn(about) }
      : { type: 'RegisterCase', reference: reference ?? null }),
    ...fieldsIn(values, 'kind', 'cohort', 'site', 'reader'),
  };
};

export const submittedCase = (ask: AskOfInspection, values: Values, about: About): Reply =>
  askAboutNames(ask, values, about, ['site', 'reason', ...planFields], drawCase) ??
  (about.what === 'plan' ? takesPlan(ask, values) : keeps(caseCommand(values, about), caseReceipt));
