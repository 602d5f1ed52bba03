import { anchors, type Framework, type TimetableRow, type When } from '../domain/framework.ts';
import { type Problem, problemIf, quoted, repeated } from './problem.ts';

const isAnchor = (id: string): boolean => anchors.some((anchor) => anchor === id);

const checkSpan = ({ workingDays, days, weeks }: When, path: string): Problem[] =>
  Object.entries({ workingDays, days, weeks }).flatMap(([unit, length]) =>
    Array.isArray(length)
      ? problemIf(length[0] > length[1], {
          path: `${path}.${unit}`,
          wrong: `is [${length.join(', ')}], which ends before it begins`,
          right: `[${[...length].reverse().join(', ')}]`,
        })
      : [],
  );

const checkRow = ({ id, who, when, day }: TimetableRow, path: string): Problem[] => [
  ...problemIf(id === undefined, { path: `${path}.id`, wrong: 'is missing', right: 'an id such as "feedback"' }),
  ...problemIf(who === undefined, {
    path: `${path}.who`,
    wrong: 'is missing',
    right: 'who acts, such as "Lead inspector"',
  }),
  ...(when === undefined
    ? [
        {
          path: `${path}.when`,
          wrong: day === undefined ? 'is missing' : `is missing: "${day}" cannot be dated`,
          right: 'when it is, such as { "from": "first-day", "workingDays": 4 }',
        },
      ]
    : checkSpan(when, `${path}.when`)),
  ...problemIf(id !== undefined && isAnchor(id), {
    path: `${path}.id`,
    wrong: `is "${id}", which is a day that steps are counted from`,
    right: 'another id',
  }),
];

/** Whether counting from a step comes back to it. */
const goesRound = (timetable: readonly TimetableRow[], id: string): boolean => {
  const seen = new Set<string>();
  let at = timetable.find((row) => row.id === id)?.when?.from;
  while (at !== undefined && at !== id && !seen.has(at)) {
    seen.add(at);
    const next = at;
    at = timetable.find((row) => row.id === next)?.when?.from;
  }
  return at === id;
};

const checkFrom = (framework: Framework, { id, when, variants }: TimetableRow, path: string): Problem[] => {
  if (!when) return [];
  const { timetable, fieldwork, notice } = framework;
  const at = `${path}.when.from`;
  const steps = timetable.flatMap((row) => row.id ?? []);
  const hasLength = fieldwork || (framework.variants.length > 0 && framework.variants.every((each) => each.fieldwork));
  if (when.from === 'last-day' && !hasLength)
    return [{ path: at, wrong: 'is "last-day", while fieldwork is missing', right: 'fieldwork, or another day' }];
  if (when.from === 'notice' && !notice)
    return [{ path: at, wrong: 'is "notice", while notice is missing', right: 'notice, or another day' }];
  if (isAnchor(when.from)) return [];
  if (!steps.includes(when.from))
    return [{ path: at, wrong: `is "${when.from}"`, right: `one of ${quoted([...anchors, ...steps])}` }];
  if (id !== undefined && goesRound(timetable, id))
    return [
      { path: at, wrong: `is "${when.from}", which is itself counted from "${id}"`, right: 'a day or a step before' },
    ];
  const other = timetable.find((row) => row.id === when.from)?.variants;
  if (other === undefined) return [];
  const own = variants ?? framework.variants.map((each) => each.id);
  return problemIf(!own.every((each) => other.includes(each)), {
    path: at,
    wrong: `is "${when.from}", which only ${quoted(other)} has`,
    right: 'a step that stands wherever this one does',
  });
};

const checkVariantsOf = ({ variants }: Framework, row: TimetableRow, path: string): Problem[] =>
  (row.variants ?? []).flatMap((id, index) =>
    problemIf(!variants.some((variant) => variant.id === id), {
      path: `${path}.variants[${index}]`,
      wrong: `is "${id}", which is no variant`,
      right: `one of ${quoted(variants.map((variant) => variant.id))}`,
    }),
  );

const checkOnlyWith = ({ urgencies, findings }: Framework, { onlyWith }: TimetableRow, path: string): Problem[] => {
  const known = [...(urgencies ?? []), ...findings].map(({ id }) => id);
  return (onlyWith ?? []).flatMap((id, index) =>
    problemIf(!known.includes(id), {
      path: `${path}.onlyWith[${index}]`,
      wrong: `is "${id}", which is no urgency and no heading`,
      right: known.length > 0 ? `one of ${quoted(known)}` : 'no onlyWith',
    }),
  );
};

const checkNotice = ({ notice }: Framework): Problem[] =>
  notice === undefined
    ? []
    : [
        ...problemIf(notice.when.from !== 'first-day', {
          path: 'notice.when.from',
          wrong: `is "${notice.when.from}"`,
          right: '"first-day"',
        }),
        ...checkSpan(notice.when, 'notice.when'),
      ];

const checkPause = ({ pause }: Framework): Problem[] =>
  pause === undefined ? [] : checkSpan({ from: 'first-day', workingDays: pause.workingDays }, 'pause');

/** Every step can be dated: it has a day or another step to count from, and never itself. */
export const checkTimetable = (framework: Framework): Problem[] => [
  ...framework.timetable.flatMap((row, index) => {
    const path = `timetable[${index}]`;
    return [
      ...checkRow(row, path),
      ...checkFrom(framework, row, path),
      ...checkVariantsOf(framework, row, path),
      ...checkOnlyWith(framework, row, path),
    ];
  }),
  ...repeated(
    framework.timetable.flatMap(({ id }, index) =>
      id === undefined ? [] : [{ path: `timetable[${index}].id`, name: id }],
    ),
    'an id',
  ),
  ...checkNotice(framework),
  ...checkPause(framework),
];
