import { shortDay } from '../domain/day-words.ts';
import { capital } from '../domain/field.ts';
import { type Feed, gradeLabel, gradeOf, nameOf, notJudged, type PaperSection, scaleOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { previousOnes } from '../domain/matters/previous.ts';
import { type ReportVersion, versionInWords } from '../domain/matters/report.ts';
import { areasIn, gradeIn, headingOf, paperOf, putIn } from '../domain/report/paper.ts';
import { isPoint, type Said, saidBy, takesNumber } from '../domain/report/said.ts';
import { roleInWords, roles } from '../domain/roles.ts';
import { leadOf } from '../domain/standing.ts';
import { basedOnInWords } from '../words/based-on.ts';
import { contextInWords } from '../words/context.ts';
import { previousTitle, resultInWords } from '../words/previous.ts';
import { standingOf } from './standing.ts';
import { type Block, type Cell, type Level, type Paper, says, type Words } from './tree.ts';

/**
 * The paper that an inspection ends in, made of the record as it stood at a version and of nothing else. What was erased since is in
 * none that is made afterwards; numbers of paragraphs stay as that version had them.
 */

type Section = { inspection: Inspection; section: PaperSection };

/** As the paper prints it: without the square, which only shades the cell. */
const gradeCell = ({ framework }: Inspection, grade: string | null): Cell =>
  grade === null
    ? 'Not judged yet'
    : { words: gradeLabel(framework, grade), shade: grade === notJudged ? '' : gradeOf(framework, grade).mark };

const gradeTable = ({ inspection, section }: Section, heads: readonly [string, string]): Block => {
  const { areas, overalls } = inspection.framework;
  const all = section.areas ? areasIn(inspection, section) : [...areas, ...overalls].map(({ id }) => id);
  const rows = all.map((of): Cell[] => {
    const title = areas.find(({ id }) => id === of)?.title ?? nameOf(inspection.framework, of);
    return [title, gradeCell(inspection, gradeIn(inspection, of))];
  });
  return {
    table: {
      columns: [
        { head: heads[0], wide: 3 },
        { head: heads[1], wide: 1 },
      ],
      rows,
    },
  };
};

const meaningOf = ({ framework }: Inspection, id: string): string =>
  framework.scale.find((grade) => grade.id === id)?.meaning ?? '';

const meanings = ({ inspection, section }: Section): Block[] => {
  const [of = ''] = areasIn(inspection, section);
  const scale = scaleOf(inspection.framework, of);
  const told = scale.filter(({ meaning }) => meaning !== undefined);
  return [
    {
      list: told.map(({ id, meaning = '' }) => [{ strong: `${gradeLabel(inspection.framework, id)}:` }, ` ${meaning}`]),
    },
  ];
};

const dates = ({ inspection }: Section): Block[] => {
  const last = inspection.dates.get('last-day')?.day;
  const days = `${shortDay(inspection.firstDay)}${last ? ` to ${shortDay(last)}` : ''}`;
  return [{ paragraph: [{ strong: 'Inspection dates:' }, ` ${days}`] }];
};

const lead = ({ inspection }: Section): Block[] => [
  { paragraph: [{ strong: 'Lead inspector:' }, ` ${leadOf(inspection)?.name ?? ''}`] },
];

const place = ({ inspection }: Section): Block[] => {
  const { context } = inspection;
  return [
    {
      list: [
        ...previousOnes(inspection).map(({ content }) => `${previousTitle(content)}: ${resultInWords(content)}`),
        ...(context ? contextInWords(inspection, context, 3000).split(' · ') : []),
      ],
    },
  ];
};

const team = ({ inspection }: Section): Block[] => [
  {
    list: roles.flatMap((role) =>
      inspection.members
        .filter((member) => member.role === role && role !== 'observer')
        .map((member): Words => {
          const called = roleInWords(inspection, member);
          return [{ strong: `${capital(called)}:` }, ` ${member.name}`];
        }),
    ),
  },
];

const drawn: { [Of in Feed]?: (section: Section) => Block[] } = {
  dates,
  lead,
  grades: (section) => [gradeTable(section, ['Judgement', 'Grade'])],
  meaning: ({ inspection, section }) =>
    areasIn(inspection, section)
      .slice(0, 1)
      .map((of) => ({ paragraph: meaningOf(inspection, gradeIn(inspection, of) ?? '') })),
  meanings,
  place,
  team,
  'evidence-base': ({ inspection }) => {
    const based = basedOnInWords(inspection);
    return [{ paragraph: based && `${based}.` }];
  },
  signed: ({ inspection }) => [{ paragraph: 'Yours sincerely' }, { paragraph: leadOf(inspection)?.name ?? '' }],
};

/** Numbers in one run, as a version had them: where what it numbered is gone, a note keeps the place. */
type Numbers = { next: number; had: ReadonlyMap<string, readonly string[]> };

const gone = { words: 'What stood here was erased.' };

/** What was typed, with a mark where it names what is erased. */
const marked = ({ erasedItems }: Inspection, text: string): Words => {
  const cited = [...erasedItems.keys()].filter((item) => new RegExp(`\\b${item}\\b`).test(text));
  return cited.length > 0 ? [text, { strong: ` [This names ${cited.join(', ')}, which was erased.]` }] : text;
};

function* saidBlocks(
  { inspection, section }: Section,
  all: readonly Said[],
  had: string[],
  numbers: Numbers,
): Iterable<Block> {
  const level = Math.min(3, (section.level ?? 1) + 1) as Level;
  let under = '';
  let points: Words[] = [];
  for (const each of all) {
    if (!isPoint(section, each) && points.length > 0) {
      yield { list: points };
      points = [];
    }
    if (each.under && each.under !== under) yield { heading: each.under, level };
    under = each.under ?? '';
    if (isPoint(section, each)) points.push(marked(inspection, each.text.replace(/^[-•–] +/, '')));
    else if (each.quoted)
      yield each.text === '' ? { note: 'A quotation that stood here was erased or withdrawn.' } : { quote: each.text };
    else if (!takesNumber(section, each)) yield { paragraph: marked(inspection, each.text) };
    else {
      yield* lost(had, each.item, numbers);
      had.shift();
      yield { paragraph: marked(inspection, each.text), number: numbers.next };
      numbers.next += 1;
    }
  }
  yield { list: points };
}

/** The places of what a version numbered before this item and is gone. */
function* lost(had: string[], until: string | null, numbers: Numbers): Iterable<Block> {
  while (had.length > 0 && had[0] !== until) {
    had.shift();
    yield { paragraph: gone.words, number: numbers.next };
    numbers.next += 1;
  }
}

function* bodyOf(of: Section, numbers: Numbers): Iterable<Block> {
  const { inspection, section } = of;
  const had = [...(numbers.had.get(section.id) ?? [])];
  for (const feed of section.from) {
    const said = saidBy(inspection, section, feed);
    if (said) yield* saidBlocks(of, said, had, numbers);
    else yield* drawn[feed]?.(of) ?? [];
  }
  yield* lost(had, null, numbers);
}

/** Under the heading: the grade, where it stands there, and what comes before the rest. */
const openingOf = (of: Section): Block[] => {
  const { inspection, section } = of;
  const grade = section.areas?.[0] ? gradeIn(inspection, section.areas[0]) : null;
  return [
    ...(section.grade === 'table' ? [gradeTable(of, ['Key judgement', 'Judgement grade'])] : []),
    { paragraph: section.grade === 'under' && grade ? gradeLabel(inspection.framework, grade) : '' },
    { paragraph: section.lead ? putIn(inspection, section.lead, grade) : '' },
  ];
};

function* sectionBlocks(inspection: Inspection, section: PaperSection, numbers: Numbers): Iterable<Block> {
  const of = { inspection, section };
  const body = [...bodyOf(of, numbers)];
  if (section.optional && !body.some(says)) return;
  if (section.heading) yield { heading: headingOf(inspection, section), level: section.level ?? 1 };
  yield* openingOf(of);
  yield* body;
}

/** The paper of a record as it stood at a version, or as it stands where no version is meant. `head` is where that was. */
export const reportPaper = (inspection: Inspection, version: ReportVersion | null, head: string, at: string): Paper => {
  const paper = paperOf(inspection);
  const called = version ? versionInWords(inspection, version) : 'Not a version that is kept';
  const standing = `${standingOf(inspection)[0]} · ${called}`;
  const numbers: Numbers = {
    next: 1,
    had: new Map(version?.sections.map(({ section, paragraphs }) => [section, paragraphs])),
  };
  return {
    title: putIn(inspection, paper.title),
    foot: { standing, head },
    at,
    blocks: [
      { note: version?.stage === 'published' ? '' : standing },
      ...paper.sections.flatMap((section) => [...sectionBlocks(inspection, section, numbers)]),
    ],
  };
};
