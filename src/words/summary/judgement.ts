import type { Inspection } from '../../domain/inspection.ts';
import type { Evidence } from '../../domain/matters/evidence.ts';
import { signLabels } from '../../domain/sources.ts';
import type { AreaSummary, Summary } from '../../domain/summary.ts';
import { basisInWords, gradeWords, printedTitle } from '../areas.ts';
import { dissentParts } from '../challenge.ts';
import { judgedAreas } from '../given.ts';
import { lineIf, type Part } from '../message.ts';
import { movedInWords } from '../previous.ts';
import { type Chapter, wordsUnder } from './chapters.ts';

/** The weightiest item of a side, whole, called what it is; nothing where the side is empty. */
const weightiest = (evidence: Evidence | null): Part[] =>
  evidence
    ? wordsUnder([{ strong: signLabels[evidence.content.sign] }, ` (${evidence.item})`], evidence.content.text)
    : [];

const wholeOf = (inspection: Inspection, area: AreaSummary): Chapter[] => {
  const { judgement, basis } = area;
  if (!judgement) return [];
  const moved = movedInWords(inspection, area.area.id);
  const { item, grade, narrative, outside } = judgement;
  const expected = `Outside what ${outside.join(' and ')} expects; the reason is as said.`;
  const rests = basis ? [[`${basisInWords(inspection, basis)}.`]] : [];
  return [
    {
      name: area.area.id,
      title: [
        { strong: `${printedTitle(inspection, area)}: ${gradeWords(inspection, grade)}` },
        `${moved && ` · ${moved}`} · ${item}`,
      ],
      together: [
        [{ quote: narrative }, { lines: lineIf(outside.length > 0, expected) }],
        weightiest(basis?.strength ?? null),
        weightiest(basis?.concern ?? null),
        [{ lines: rests }],
        ...dissentParts(inspection, area.area.id, grade),
      ],
    },
  ];
};

/** Each judgement with its reason whole, its weightiest strength and concern, what it rests on, and who dissents. */
export const judgementChapters = ({ inspection, areas }: Summary): Chapter[] =>
  judgedAreas(areas).flatMap((area) => wholeOf(inspection, area));
