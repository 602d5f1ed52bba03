import { cohortsOf } from '../../src/domain/cohorts.ts';
import { type Case, caseKindLabels, caseKinds } from '../../src/domain/matters/case.ts';
import { caseLine } from '../../src/words/case.ts';
import { savedAs } from '../../src/words/evidence.ts';
import type { Message } from '../../src/words/message.ts';
import type { AskOfInspection, Receipt, Reply } from '../contract.ts';
import { sayRefusals } from '../contract.ts';
import { type About, box, type Form, line, menu, one, person, radio, saidLines, type Values } from '../form.ts';
import { seenIn } from './meanwhile.ts';
import { askAboutNames, namesPieces } from './names.ts';

/** Registering a case, changing it (`about.item`), and taking it off (`about.what` is remove). */

export const valuesOfCase = ({ kind, cohort, site, reader }: Case): Values => ({
  kind,
  cohort,
  site,
  reader: reader.user,
});

const title = ({ item, reference }: About): string => {
  if (item) return `Change ${item}`;
  return reference ? `Register ${reference}` : 'Register a case';
};

const drawDetails = ({ inspection, by }: AskOfInspection, values: Values, about: About): Form => ({
  of: 'case',
  title: title(about),
  submit: 'Save',
  pieces: [
    ...(about.item || about.reference
      ? []
      : [saidLines(['Fortnight gives the reference. Use it everywhere instead of the child’s name.'])]),
    radio(
      'kind',
      'How is it read?',
      caseKinds.map((value) => ({ value, label: caseKindLabels[value] })),
      one(values, 'kind'),
      {},
    ),
    menu(
      'cohort',
      'Cohort',
      cohortsOf(inspection.framework).map(({ id, label }) => ({ value: id, label })),
      one(values, 'cohort'),
      {},
    ),
    line('site', 'Site', one(values, 'site'), { required: false, hint: 'The office or team that holds it.' }),
    ...namesPieces(about),
    person('reader', 'Who reads it?', one(values, 'reader') ?? by.user, {}),
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
      ...namesPieces(about),
    ],
    about,
  };
};

export const drawCase = (ask: AskOfInspection, values: Values, about: About): Form =>
  about.what === 'remove' ? drawRemoving(ask, values, about) : drawDetails(ask, values, about);

export const caseReceipt = ({ events: [event], hash, inspection }: Receipt): Message => {
  const item = event && 'item' in event ? event.item : '';
  const each = inspection.cases.registered.get(item);
  return {
    parts: [
      { lines: [[{ strong: savedAs(item, hash) }]] },
      ...(each ? [{ list: [caseLine(inspection, each)] }] : []),
      {
        buttons: [
          { label: 'Register another', does: 'case new', main: true },
          { label: 'All cases', does: 'case' },
        ],
      },
    ],
  };
};

export const caseCommand = (values: Values, about: About) => {
  const { item, reference } = about;
  const fields = {
    kind: one(values, 'kind'),
    cohort: one(values, 'cohort'),
    site: one(values, 'site'),
    reader: one(values, 'reader'),
  };
  return item
    ? { type: 'ChangeCase', item, seen: seenIn(about), ...fields }
    : { type: 'RegisterCase', reference: reference ?? null, ...fields };
};

export const submittedCase = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const names = askAboutNames(ask, values, about, ['site', 'reason'], (asking) => drawCase(ask, values, asking));
  if (names) return names;
  const command =
    about.what === 'remove'
      ? { type: 'RemoveCase', item: about.item, reason: one(values, 'reason') }
      : caseCommand(values, about);
  return { keep: { in: 'inspection', command }, receipt: caseReceipt, another: null, refused: sayRefusals };
};
