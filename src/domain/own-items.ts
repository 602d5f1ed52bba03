import type { Inspection } from './inspection.ts';
import { type Person, samePerson } from './people.ts';

/** What a person recorded of any kind, out of the ordinary record: what is restricted stays out, whoever recorded it. */

/** `changeable`: whether it may be put right as things stand. */
export type OwnItem = { item: string; changeable: boolean };

type Recorded = { item: string; by: Person };

/** The last of a person's own, newest first, looking no further than needed. */
const lastOf = <Item extends Recorded>(items: Iterable<Item>, person: Person, most: number): Item[] =>
  [...items].filter(({ by }) => samePerson(by, person)).slice(-most);

const stands = ({ withdrawn }: { withdrawn: unknown }): boolean => withdrawn === null;

/** The last of one kind, and which of them may be put right. */
const ofKind = <Item extends Recorded>(
  all: ReadonlyMap<string, Item>,
  person: Person,
  most: number,
  changeable: (item: Item) => boolean,
): OwnItem[] => lastOf(all.values(), person, most).map((each) => ({ item: each.item, changeable: changeable(each) }));

const newestFirst = ({ items }: Inspection, own: readonly OwnItem[], most: number): OwnItem[] => {
  const begun = ({ item }: OwnItem): number => items.versions.get(item)?.[0] ?? 0;
  return [...own].sort((one, other) => begun(other) - begun(one)).slice(0, most);
};

const evidenceAndFindings = ({ evidence, findings, sealed }: Inspection, person: Person, most: number): OwnItem[] => {
  const open = (each: { withdrawn: unknown }): boolean => !sealed && stands(each);
  return [...ofKind(evidence, person, most, open), ...ofKind(findings, person, most, open)];
};

const others = (inspection: Inspection, person: Person, most: number): OwnItem[] => {
  const { lines, cases, recommendations, previous, meetings, concerns, challenges, requests, sealed } = inspection;
  return [
    ...ofKind(lines, person, most, () => !sealed),
    ...ofKind(cases.registered, person, most, ({ removed }) => !sealed && removed === null),
    ...ofKind(recommendations, person, most, (each) => !sealed && stands(each)),
    ...ofKind(previous, person, most, (each) => !sealed && stands(each) && each.content.from === null),
    // Signing off seals none of these.
    ...ofKind(meetings, person, most, stands),
    ...ofKind(concerns, person, most, () => true),
    ...ofKind(challenges, person, most, () => true),
    ...ofKind(requests, person, most, stands),
  ];
};

/** A person's own items of every kind, newest first. */
export const ownOfAnyKind = (inspection: Inspection, person: Person, most: number): OwnItem[] =>
  newestFirst(
    inspection,
    [...evidenceAndFindings(inspection, person, most), ...others(inspection, person, most)],
    most,
  );

/** The same of every kind but evidence and findings. */
export const ownOfOtherKinds = (inspection: Inspection, person: Person, most: number): OwnItem[] =>
  newestFirst(inspection, others(inspection, person, most), most);
