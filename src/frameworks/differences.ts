import type { Framework } from '../domain/framework.ts';

/** What two editions do not have alike in one of their lists: by the names people know the items by. */
export type Difference = {
  part: string;
  onlyInOne: string[];
  onlyInOther: string[];
  /** The items both have, with the fields that differ. */
  changed: { name: string; fields: string[] }[];
};

type Item = { id: string; name: string; fields: object };

const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const fieldsChanged = (one: object, other: object): string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (field) => !isAlike(Reflect.get(one, field), Reflect.get(other, field)),
  );

const difference = (part: string, one: readonly Item[], other: readonly Item[]): Difference => {
  const missingIn = (items: readonly Item[], others: readonly Item[]) =>
    items.filter(({ id }) => !others.some((each) => each.id === id)).map(({ name }) => name);
  return {
    part,
    onlyInOne: missingIn(one, other),
    onlyInOther: missingIn(other, one),
    changed: one.flatMap((item) => {
      const match = other.find(({ id }) => id === item.id);
      const fields = match ? fieldsChanged(item.fields, match.fields) : [];
      return fields.length === 0 ? [] : [{ name: item.name, fields }];
    }),
  };
};

/** The lists of a framework whose items people tell apart by name. */
const partsOf = (framework: Framework): { part: string; items: Item[] }[] => {
  const labelled = (part: string, items: readonly { id: string; label: string }[]) => ({
    part,
    items: items.map((item) => ({ id: item.id, name: item.label, fields: item })),
  });
  const { areas, overalls, rules, timetable, roles } = framework;
  return [
    labelled('Scale', framework.scale),
    {
      part: 'Areas',
      items: areas.map(({ criteria: _, triggers: __, ...fields }) => ({ id: fields.id, name: fields.short, fields })),
    },
    labelled(
      'Criteria and triggers',
      areas.flatMap(({ criteria, triggers }) =>
        [...criteria, ...triggers].map((item) => ({ ...item, label: `${item.id} ${item.label}` })),
      ),
    ),
    { part: 'Overall', items: overalls.map((overall) => ({ id: overall.id, name: overall.title, fields: overall })) },
    { part: 'Rules', items: rules.map((rule) => ({ id: rule.id, name: rule.id, fields: rule })) },
    labelled('Headings of findings', framework.findings),
    labelled('Urgencies', framework.urgencies),
    labelled('Agencies', framework.agencies),
    labelled('Themes', framework.themes),
    labelled('Cohorts', framework.cohorts),
    labelled('Variants', framework.variants),
    {
      part: 'Timetable',
      items: timetable.map(({ id, ...row }, index) => ({
        id: id ?? `row ${index}`,
        name: id ?? row.what,
        fields: row,
      })),
    },
    { part: 'Roles', items: roles.map((role) => ({ id: role.id, name: role.title, fields: role })) },
  ];
};

/** The parts in which two editions differ, in the order of a framework's file. */
export const differencesBetween = (one: Framework, other: Framework): Difference[] => {
  const others = new Map(partsOf(other).map(({ part, items }) => [part, items]));
  return partsOf(one)
    .map(({ part, items }) => difference(part, items, others.get(part) ?? []))
    .filter(({ onlyInOne, onlyInOther, changed }) => onlyInOne.length + onlyInOther.length + changed.length > 0);
};
