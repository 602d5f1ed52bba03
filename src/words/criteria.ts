import { type Area, areaWord, gradeOf, gradesFor, notJudged } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { type Button, type Line, type Message, message, paragraph, titled } from './message.ts';

/** What good looks like in an area, as its framework has it: criteria, descriptors of grades, what makes it inadequate. */

const described = ({ framework }: Inspection, area: Area): Line[] =>
  gradesFor(framework, area)
    .filter((grade) => grade !== notJudged)
    .flatMap((id) => {
      const { label, meaning } = gradeOf(framework, id);
      return meaning ? [[{ strong: label }, `: ${meaning}`]] : [];
    });

export const criteriaMessage = (inspection: Inspection, area: Area): Message =>
  message(
    paragraph({ strong: area.title }),
    ...titled(
      [{ strong: 'What good looks like' }],
      area.criteria.map(({ id, label }) => [`${id} ${label}`]),
    ),
    ...titled([{ strong: 'What the grades mean' }], described(inspection, area)),
    ...titled(
      [{ strong: 'What makes it inadequate' }],
      area.triggers.map(({ id, label }) => [`${id} ${label}`]),
    ),
  );

/** The way to it, where the framework says anything of it. */
export const criteriaButton = (inspection: Inspection, area: Area): Button[] =>
  area.criteria.length + area.triggers.length + described(inspection, area).length === 0
    ? []
    : [{ label: 'What good looks like here', does: `grade ${areaWord(area)} criteria` }];
