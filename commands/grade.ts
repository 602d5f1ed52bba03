import { type Area, areaByWord, areaWord, gradeLabel, gradesFor } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import type { Evidence } from '../src/domain/matters/evidence.ts';
import { may } from '../src/domain/roles.ts';
import { areaRecord, judgementOf, nameOfPerson } from '../src/domain/standing.ts';
import { itemsOf, weightiest } from '../src/domain/weight.ts';
import { gradeWords } from '../src/words/areas.ts';
import { savedAs, sideParts } from '../src/words/evidence.ts';
import { counted, type Line, type Message, type Part, says, shortened } from '../src/words/message.ts';
import { gradesInOneLine } from '../src/words/rounds.ts';
import { type AskOfInspection, type InspectionSubcommand, type Receipt, type Reply, sayRefusals } from './contract.ts';
import { type About, box, type Choice, type Form, one, type Piece, radio, said, several, type Values } from './form.ts';
import { sealedReply } from './forms/sealed.ts';

/** The whole evidence of an area as one choice, so that a form starts with all of it whatever its size. */
const all = 'all';

const allOf = (area: Area, items: readonly Evidence[]): Choice => ({
  value: all,
  label: shortened(`All ${counted(items.length, 'item')} of ${area.short}`, 75),
});

const choiceOf = ({ item, content }: Evidence): Choice => ({
  value: item,
  label: shortened(`${item} ${content.text}`, 75),
});

const sides = (items: readonly Evidence[]): Part[] => [
  ...sideParts('Strengths', weightiest(items, 'strengths', 5), 'No strength recorded yet.'),
  ...sideParts('Concerns', weightiest(items, 'concerns', 5), 'No concern recorded yet.'),
];

/** What the latest blind rounds on an area showed. */
const roundsOn = (inspection: Inspection, area: string): Line[] =>
  [...inspection.rounds.values()]
    .filter((round) => round.area === area && round.closed)
    .slice(-3)
    .map((round): Line => [`Round ${round.item}: ${gradesInOneLine(inspection, round)}`]);

/** What stands and what was proposed, before a new grade is given. */
const earlier = ({ inspection }: AskOfInspection, area: Area): Part[] => {
  const stands = judgementOf(inspection, area.id);
  const lines: Line[] = [
    ...(stands
      ? [[`Now: ${gradeWords(inspection, stands.grade)} (${stands.item}, ${nameOfPerson(inspection, stands.by)})`]]
      : []),
    ...areaRecord(inspection, area.id).proposals.map(
      (proposal): Line => [
        `${nameOfPerson(inspection, proposal.by)} proposes ${gradeWords(inspection, proposal.grade)}: ${shortened(proposal.narrative, 160)}`,
      ],
    ),
    ...roundsOn(inspection, area.id),
  ];
  return lines.length > 0 ? [{ lines }] : [];
};

const gradeFields = (ask: AskOfInspection, area: Area, values: Values): Piece[] => {
  const { inspection } = ask;
  const items = itemsOf(inspection, area.id);
  const proposal = areaRecord(inspection, area.id).proposals.at(-1);
  const adopting = may(ask.member.role, 'give a grade') ? proposal : undefined;
  const chosen = several(values, 'evidence');
  const restored = chosen.flatMap((item) => {
    const evidence = inspection.evidence.get(item);
    return evidence ? [choiceOf(evidence)] : [];
  });
  const initial = chosen.length > 0 && !chosen.includes(all) ? restored : items.length > 0 ? [allOf(area, items)] : [];
  const grades = gradesFor(inspection.framework, area).map((grade) => ({
    value: grade,
    label: gradeLabel(inspection.framework, grade),
  }));
  return [
    said(...earlier(ask, area), ...sides(items)),
    radio('grade', 'Grade', grades, one(values, 'grade') ?? adopting?.grade ?? null, { fresh: area.id }),
    box('narrative', 'Why this grade?', one(values, 'narrative') ?? adopting?.narrative ?? null, {
      fresh: area.id,
      hint: 'What you saw and what it means for children. It is shown in the summary.',
    }),
    {
      is: 'search',
      field: 'evidence',
      label: 'Evidence relied on',
      hint:
        items.length === 0
          ? `None recorded yet: /judge evidence ${areaWord(area)}`
          : 'Take "All" out to choose items one by one: type a word or a number.',
      required: false,
      fresh: area.id,
      initial,
    },
  ];
};

/** What goes on when another area is chosen: the asker's own words, but no grade, no evidence and nobody's proposal. */
const goingOn = ({ inspection }: AskOfInspection, values: Values, from: string): Values => {
  const narrative = one(values, 'narrative');
  const proposed = areaRecord(inspection, from).proposals.some((proposal) => proposal.narrative === narrative);
  return { narrative: proposed ? null : narrative };
};

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { areas } = ask.inspection.framework;
  const area = areas.find((each) => each.id === (one(values, 'area') ?? about.area));
  const from = about.area;
  const standing = from !== undefined && from !== area?.id ? goingOn(ask, values, from) : values;
  const proposes = !may(ask.member.role, 'give a grade');
  return {
    of: 'grade',
    title: proposes ? 'Propose a grade' : 'Give a judgement',
    submit: proposes ? 'Propose' : 'Save',
    pieces: [
      {
        is: 'choice',
        field: 'area',
        label: 'Judgement area',
        hint: area ? null : 'Choose one to see its evidence.',
        required: true,
        fresh: '',
        shown: 'menu',
        groups: [{ label: null, choices: areas.map((each) => ({ value: each.id, label: each.short })) }],
        initial: area?.id ?? null,
        redraws: true,
      },
      ...(area ? gradeFields(ask, area, standing) : []),
    ],
    about: area ? { ...about, area: area.id } : about,
  };
};

const receipt = ({ events, hash, inspection }: Receipt): Message => {
  const [event] = events;
  if (event?.type === 'GradeProposed') {
    return says(
      `${savedAs(event.item, hash)} · proposed ${gradeWords(inspection, event.grade)}. The lead or deputy adopts it with /judge grade.`,
    );
  }
  if (event?.type !== 'AreaGraded') return says(`Saved (${hash.slice(0, 6)})`);
  const area = inspection.framework.areas.find((each) => each.id === event.area);
  const rests = event.evidence.length > 0 ? ` · rests on ${counted(event.evidence.length, 'item')}` : '';
  const outside =
    event.outside.length > 0
      ? [`It is outside what ${event.outside.join(' and ')} expects; the summary shows your reason.`]
      : [];
  return says(
    `${savedAs(event.item, hash)} · ${area?.short}: ${gradeWords(inspection, event.grade)}${rests}`,
    ...outside,
  );
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const { inspection } = ask;
  const area = inspection.framework.areas.find((each) => each.id === one(values, 'area'));
  // Sent before the form had drawn the area's evidence, or while it still showed another area's.
  if (!area || !('grade' in values) || about.area !== area.id) return { open: draw(ask, values, about) };
  const chosen = several(values, 'evidence');
  const listed = chosen.includes(all) ? itemsOf(inspection, area.id).map(({ item }) => item) : [];
  const evidence = [...new Set([...listed, ...chosen.filter((item) => item !== all)])];
  const command = {
    type: 'GradeArea',
    area: area.id,
    grade: one(values, 'grade'),
    narrative: one(values, 'narrative'),
    evidence,
  };
  return { keep: { in: 'inspection', command }, receipt, another: 'grade', refused: sayRefusals };
};

/** The area's items that fit what was typed: their number or every word of it. */
const search = ({ inspection }: AskOfInspection, about: About, query: string): Choice[] => {
  const area = inspection.framework.areas.find((each) => each.id === about.area);
  if (!area) return [];
  const items = itemsOf(inspection, area.id);
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const fitting = items.filter(({ item, content }) => {
    const text = `${item} ${content.text} ${content.case ?? ''}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return [...(items.length > 0 ? [allOf(area, items)] : []), ...fitting.reverse().slice(0, 99).map(choiceOf)];
};

export const grade: InspectionSubcommand = {
  of: 'inspection',
  word: 'grade',
  usage: '[area]',
  about: 'Gives an area its grade, with the reason and the evidence relied on. An inspector’s grade is a proposal.',
  example: '/judge grade help',
  act: 'propose a grade',
  asked: (ask) => {
    const sealed = sealedReply(ask, '');
    if (sealed) return sealed;
    const area = areaByWord(ask.inspection.framework, ask.words.trim());
    return { open: draw(ask, {}, area ? { area: area.id } : {}) };
  },
  form: { draw, submitted, search },
};
