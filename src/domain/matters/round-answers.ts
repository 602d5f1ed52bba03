import { stepsApart } from '../agreement.ts';
import { scaleOf } from '../framework.ts';
import type { Inspection } from '../inspection.ts';
import { type Person, samePerson } from '../people.ts';
import { may } from '../roles.ts';
import { judgementOf, nameOfPerson, roleOf } from '../standing.ts';
import type { Round, ShownAnswer } from './round.ts';

/** With fewer answers than this, an answer without a name would be plain to whoever gave the other one. */
export const fewestWithoutNames = 3;

/** Who is still waited for: everybody asked who has not answered, is on the team and may answer. */
export const waitedFor = (inspection: Inspection, { asked, answers }: Round): Person[] =>
  asked.filter((person) => !answers.has(person.user) && may(roleOf(inspection, person), 'answer a round'));

export const isAsked = ({ asked }: Round, by: Person): boolean => asked.some((person) => samePerson(person, by));

/** How many have answered, of how many who have or are waited for. */
export const answered = (inspection: Inspection, round: Round): { answered: number; of: number } => {
  const { size } = round.answers;
  return { answered: size, of: size + waitedFor(inspection, round).length };
};

/** The grades that a closed round showed, best first; those who could not say are not among them. */
export const gradesShown = ({ closed }: Round): string[] =>
  (closed?.answers ?? []).flatMap(({ grade }) => (grade === null ? [] : [grade]));

/** The grades that a round asks for, best first: those of its area. */
export const scaleAsked = ({ framework }: Inspection, { area }: Round): string[] =>
  scaleOf(framework, area).map(({ id }) => id);

/** How many steps lie between the best and the worst grade that a closed round showed. */
export const stepsIn = (inspection: Inspection, round: Round): number =>
  stepsApart(scaleAsked(inspection, round), gradesShown(round));

/** Whether its grades lie so far apart that the team should talk about them. */
export const isToDiscuss = (inspection: Inspection, round: Round): boolean => stepsIn(inspection, round) >= 2;

/** What of the rounds is still to be seen to: those open, and those to discuss whose area was not graded since. */
export const roundsUnsettled = (inspection: Inspection): Round[] =>
  [...inspection.rounds.values()].filter((round) => {
    if (!round.closed) return true;
    const graded = judgementOf(inspection, round.area);
    return isToDiscuss(inspection, round) && !(graded && graded.at >= round.closed.at);
  });

/** The last closed round of each area of whose answers half and more are other than the grade that the area has been given since. */
export const roundsApart = (inspection: Inspection): { round: Round; grade: string; apart: number; of: number }[] =>
  inspection.framework.areas.flatMap(({ id }) => {
    const round = [...inspection.rounds.values()].findLast(({ area, closed }) => area === id && closed);
    const grade = judgementOf(inspection, id)?.grade;
    if (!round || !grade || roundsUnsettled(inspection).includes(round)) return [];
    const grades = gradesShown(round);
    const apart = grades.filter((each) => each !== grade).length;
    return apart > 0 && apart * 2 >= grades.length ? [{ round, grade, apart, of: grades.length }] : [];
  });

/** The open rounds that nobody is waited for in: what they came to can be shown. */
export const roundsToShow = (inspection: Inspection): string[] =>
  [...inspection.rounds.values()]
    .filter((round) => !round.closed && round.answers.size > 0 && waitedFor(inspection, round).length === 0)
    .map(({ item }) => item);

const inPlaces = (one: readonly (number | string)[], other: readonly (number | string)[]): number => {
  const at = one.findIndex((value, index) => value !== other[index]);
  if (at < 0) return 0;
  return (one[at] ?? '') < (other[at] ?? '') ? -1 : 1;
};

/**
 * What is shown once a round closes, best grade first and those who could not say last. Without names the order is by what
 * was said alone, so it is the same whoever said it; and where too few answered, nothing is shown.
 */
export const answersShown = (round: Round, inspection: Inspection): { raters: Person[]; answers: ShownAnswer[] } => {
  const { withNames, asked, answers } = round;
  const places = new Map(scaleAsked(inspection, round).map((id, place) => [id, place]));
  const place = (grade: string | null): number => (grade === null ? places.size : (places.get(grade) ?? places.size));
  const given = asked.flatMap((person) => {
    const answer = answers.get(person.user);
    return answer ? [{ ...answer, by: withNames ? person : null, name: nameOfPerson(inspection, person) }] : [];
  });
  const order = (each: (typeof given)[number]) => [place(each.grade), withNames ? each.name : '', each.reason];
  const shown = given.sort((one, other) => inPlaces(order(one), order(other))).map(({ name: _, ...each }) => each);
  const raters = asked
    .filter((person) => answers.has(person.user))
    .sort((one, other) => inPlaces([one.user], [other.user]));
  return { raters, answers: withNames || shown.length >= fewestWithoutNames ? shown : [] };
};

/** What one person said before anything was shown, and what was agreed since: for that person's eyes alone. */
type OwnMovement = { round: Round; first: string; agreed: string | null };

/** A person's own movement, round by round. Rounds in which they named no grade are left out. */
export const ownMovements = (inspection: Inspection, by: Person): OwnMovement[] =>
  [...inspection.rounds.values()].flatMap((round) => {
    const first = isAsked(round, by) ? round.answers.get(by.user)?.grade : null;
    if (!round.closed || !first) return [];
    const judgement = judgementOf(inspection, round.area);
    const since = judgement && judgement.at >= round.closed.at ? judgement.grade : null;
    return [{ round, first, agreed: since }];
  });
