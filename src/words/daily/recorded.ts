import { inWordsOf } from '../../domain/field.ts';
import { listed } from '../../domain/framework.ts';
import { dayIn } from '../../domain/moments.ts';
import { countedSource } from '../../domain/sources.ts';
import { voicesOf } from '../../domain/voices.ts';
import { countedCases } from '../areas.ts';
import { balanceInWords, turnedInWords } from '../balance.ts';
import { caseCountInWords, shortOfPlan } from '../case.ts';
import { counted } from '../message.ts';
import { silentInWords, unvisitedInWords } from '../sites.ts';
import { momentOf } from '../times.ts';
import { unheardInWords } from '../voices.ts';
import { type DailyPart, labelled } from './part.ts';

/** What was recorded and read, and of what there is too little. */

/** What was recorded since the summary before, and in which areas. */
export const recordedPart: DailyPart = ({ summary: { inspection }, since, recorded }) => {
  const when = since === null ? 'since the start' : `since ${momentOf(inspection, since)}`;
  const { all, areas } = recorded;
  if (all.items === 0) return [labelled('Recorded', `no evidence ${when}`)];
  const inAreas = areas.map(({ area, items }) => `${area.short} ${items}`).join(', ');
  const { framework } = inspection;
  const heard = voicesOf(framework).filter(({ missed }) => missed === 'experience');
  const facts = [
    `${counted(all.items, 'item')} ${when}`,
    inAreas,
    all.cases.size > 0 ? countedCases(inspection, all.cases.size) : '',
    ...heard.map(({ source }) => countedSource(framework, source, all.sources.get(source) ?? 0).replace(/^0 /, 'no ')),
  ];
  return [labelled('Recorded', facts.filter(Boolean).join(' · '))];
};

/** Where too little is known. */
export const thinPart: DailyPart = ({ thin }) => {
  const areas = new Map<string, string[]>();
  for (const { area, lacks } of thin) {
    const words = lacks === null ? 'nothing yet for' : `${lacks.none} yet in`;
    areas.set(words, [...(areas.get(words) ?? []), area.short]);
  }
  const facts = [...areas].map(([words, named]) => `${words} ${listed(named, 'and')}`);
  return facts.length > 0 ? [labelled('Thin', facts.join('; '))] : [];
};

/** Whose voice is missing beside those that criteria ask for. */
export const unheardPart: DailyPart = ({ summary: { inspection } }) => {
  const words = unheardInWords(inspection);
  return words ? [labelled('Not heard yet', words)] : [];
};

/** Experience, practice and process, beside the working day before. */
export const balancePart: DailyPart = ({ summary: { inspection }, recorded, before }, { of }) => {
  const [now, then] = [balanceInWords(recorded.all), before ? balanceInWords(before.all) : ''];
  const turned = turnedInWords(inspection, dayIn(inspection, of));
  const facts = [now && `${now}${then ? `; on the working day before: ${then}` : ''}`, turned].filter(Boolean);
  return facts.length > 0 ? [labelled('Balance', facts.join('; '))] : [];
};

/** Which sites nobody visited, and where no evidence comes from. */
export const sitesPart: DailyPart = ({ summary: { inspection } }) => {
  const [unvisited, silent] = [unvisitedInWords(inspection), silentInWords(inspection)];
  const facts = [unvisited && `no visit yet to ${unvisited}`, silent && `no evidence yet from ${silent}`].filter(
    Boolean,
  );
  return facts.length > 0 ? [labelled('Sites', facts.join('; '))] : [];
};

/** The cases registered, and where the reading is short of what is planned. */
export const casesPart: DailyPart = ({ summary: { inspection } }) => {
  const short = shortOfPlan(inspection, 3);
  const facts = [caseCountInWords(inspection), short ? `short of the plan so far (${short})` : ''].filter(Boolean);
  return facts.length > 0 ? [labelled(inWordsOf(inspection, '{Cases}'), facts.join('; '))] : [];
};
