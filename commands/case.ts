import { standingCases, unreadBy, unregistered } from '../src/domain/cases.ts';
import { cohortLabel, cohortsOf } from '../src/domain/cohorts.ts';
import { inWordsOf } from '../src/domain/field.ts';
import { itemNumber, numbered } from '../src/domain/items.ts';
import { type Case, type CaseKind, caseKinds } from '../src/domain/matters/case.ts';
import { samePerson } from '../src/domain/people.ts';
import { may } from '../src/domain/roles.ts';
import { countedCases } from '../src/words/areas.ts';
import { caseCountInWords, caseMessage, caseMeters, newestCases } from '../src/words/case.ts';
import { firstOf, shortened } from '../src/words/fitting.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { listing } from '../src/words/listing.ts';
import { type Button, lineIf, paragraph } from '../src/words/message.ts';
import { sampleBriefly } from '../src/words/sample.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { planAsked, usesReserve } from './forms/case-plan.ts';
import {
  caseCommand,
  caseReceipt,
  correctedCase,
  drawCase,
  removedCase,
  submittedCase,
} from './forms/case-register.ts';
import { spelt } from './forms/named-item.ts';
import { keeps, notAllowed, offers, opens, sealedReply, tells } from './reply.ts';

const registers = ({ member, inspection }: AskOfInspection): boolean =>
  may(member.role, 'register {cases}') && !inspection.sealed;

/** Why no case can be registered or changed now; null where one can. */
const whyNot = (ask: AskOfInspection): Reply | null => sealedReply(ask) ?? notAllowed(ask, 'register {cases}');

/** References waiting to be registered as buttons, beside the one that registers a new case. */
const listButtons = (ask: AskOfInspection): Button[] =>
  registers(ask)
    ? [
        { label: inWordsOf(ask.inspection, 'Register a {case}'), does: 'case new', main: true },
        ...unregistered(ask.inspection)
          .slice(0, 4)
          .map((reference) => ({ label: `Register ${reference}`, does: `case ${reference}` })),
      ]
    : [];

/** Some of them, each with what may be done about it. */
const listed = (ask: AskOfInspection, opening: string, cases: readonly Case[], words: string, page: number): Reply => {
  const all = cases.map(({ item }) => item);
  return { say: listing(ask, opening, all, { words: `case ${words}`, page }, { buttons: listButtons(ask) }) };
};

const allListed = (ask: AskOfInspection, page: number): Reply => {
  const { inspection } = ask;
  const count = caseCountInWords(inspection);
  const opening = count
    ? `${inWordsOf(inspection, '{Cases}')}: ${count}.`
    : inWordsOf(inspection, 'No {case} is registered yet.');
  const all = newestCases(inspection).map(({ item }) => item);
  const named = firstOf(unregistered(inspection), 5);
  const drawn = sampleBriefly(inspection);
  return {
    say: listing(
      ask,
      [paragraph(opening), ...(page === 1 ? [...caseMeters(inspection), { lines: lineIf(drawn, `${drawn}.`) }] : [])],
      all,
      { words: 'case list', page },
      { note: named && `Named in evidence and not registered: ${named}.` },
      { buttons: [...listButtons(ask), ...(drawn ? [{ label: 'How they were drawn', does: 'case plan' }] : [])] },
    ),
  };
};

const caseAsked = (ask: AskOfInspection, item: string, what: string): Reply => {
  const { inspection } = ask;
  const each = inspection.cases.registered.get(item);
  const erased = inspection.erasedItems.get(item);
  if (erased) return tells(`${item} was erased: ${erased.reason}`);
  if (!each) {
    if (!inspection.cases.named.has(item))
      return tells(`There is no ${inWordsOf(inspection, '{case}')} ${item} here. Registering one gives its reference.`);
    return whyNot(ask) ?? { open: drawCase(ask, {}, { reference: item }) };
  }
  if (what === 'reserve') return whyNot(ask) ?? usesReserve(item);
  if ((what !== 'change' && what !== 'remove') || each.removed)
    return { say: caseMessage(inspection, each, itemButtons(inspection, item, ask.by)) };
  return whyNot(ask) ?? opens(what === 'change' ? correctedCase : removedCase)(ask, item);
};

/** "tracked in-care East office": registered at once, without a form. Null where the words do not begin so. */
const registeredAtOnce = (ask: AskOfInspection, words: string): Reply | null => {
  const [, kind = '', cohort = '', site = ''] = words.match(/^(\S+)\s+(\S+)\s*([\s\S]*)$/) ?? [];
  const known = cohortsOf(ask.inspection.framework).find(({ id }) => id === cohort.toLowerCase());
  if (!caseKinds.includes(kind.toLowerCase() as CaseKind) || !known) return null;
  const values = { kind: kind.toLowerCase(), cohort: known.id, site, reader: ask.by.user };
  return whyNot(ask) ?? keeps(caseCommand(values, {}), caseReceipt);
};

const asked = (ask: AskOfInspection): Reply => {
  const { inspection } = ask;
  const words = ask.words.trim();
  const [first = '', what = ''] = spelt(words).toLowerCase().split(/\s+/);
  const page = Number(what) || 1;
  if (words === '' || first === 'list') return allListed(ask, page);
  if (/^c-?\d{1,5}$/.test(first)) return caseAsked(ask, numbered('C', itemNumber(first)), what);
  if (first === 'plan') return planAsked(ask, words.slice('plan'.length).trim());
  if (first === 'new') return whyNot(ask) ?? { open: drawCase(ask, {}, {}) };
  if (first === 'mine') {
    const own = standingCases(inspection).filter(({ reader }) => reader && samePerson(reader, ask.by));
    const unread = unreadBy(inspection, ask.by.user).length;
    const without = unread === 0 ? '' : `, ${unread} of them with no evidence yet`;
    const opening = `You read ${own.length === 0 ? inWordsOf(inspection, 'no {case}') : countedCases(inspection, own.length)}${without}.`;
    return listed(ask, opening, own.reverse(), 'mine', page);
  }
  const cohort = cohortsOf(inspection.framework).find(
    ({ id, label }) => id === first || label.toLowerCase() === words.toLowerCase(),
  );
  if (cohort) {
    const here = newestCases(inspection).filter((each) => each.cohort === cohort.id);
    const opening = `${cohortLabel(inspection.framework, cohort.id)}: ${countedCases(inspection, here.length)}.`;
    return listed(ask, opening, here, cohort.id, page);
  }
  const unknown = `“${shortened(words, 40)}” is no ${inWordsOf(inspection, '{case}')} reference and no group.`;
  return (
    registeredAtOnce(ask, words) ?? offers(unknown, [{ label: inWordsOf(inspection, 'All {cases}'), does: 'case' }])
  );
};

export const caseSubcommand: InspectionSubcommand = {
  of: 'inspection',
  word: 'case',
  usage: '[C-017, new, plan, mine, a cohort, or how it is read, cohort and site]',
  about: 'Registers a case and gives its reference; lists the cases with how far the reading has come.',
  brief: 'cases tracked, sampled and audited',
  offers: [
    { label: 'Register a {case}', words: 'new', act: 'register {cases}' },
    { label: 'Take in a plan of {cases}', words: 'plan new', act: 'take in a plan of {cases}' },
    { label: '{Cases}', sealed: true },
  ],
  example: '/judge case C-017',
  act: 'read',
  asked,
  form: { draw: drawCase, submitted: submittedCase },
};
