import type { Thin } from '../../domain/daily.ts';
import { listed } from '../../domain/framework.ts';
import { dayIn } from '../../domain/moments.ts';
import { countedSource } from '../../domain/sources.ts';
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
  const children = all.sources.get('child') ?? 0;
  const facts = [
    `${counted(all.items, 'item')} ${when}`,
    inAreas,
    all.cases.size > 0 ? counted(all.cases.size, 'case') : '',
    children > 0 ? countedSource('child', children) : 'no talk with children',
  ];
  return [labelled('Recorded', facts.filter(Boolean).join(' · '))];
};

/** Where too little is known. */
export const thinPart: DailyPart = ({ thin }) => {
  const named = (lacks: Thin['lacks']): string =>
    listed(
      thin.filter((each) => each.lacks === lacks).map(({ area }) => area.short),
      'and',
    );
  const [nothing, voice] = [named('everything'), named('a child’s voice')];
  const facts = [
    nothing && `nothing yet for ${nothing}`,
    voice && `no child’s or young person’s voice yet in ${voice}`,
  ];
  return facts.some(Boolean) ? [labelled('Thin', facts.filter(Boolean).join('; '))] : [];
};

/** Whose voice is missing beside children's: parents, carers, front-line staff, the principal social worker. */
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
  return facts.length > 0 ? [labelled('Cases', facts.join('; '))] : [];
};
