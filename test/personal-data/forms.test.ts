import { describe, expect, it } from 'vitest';
import type { AskOfInspection, InspectionSubcommand, Reply } from '../../commands/contract.ts';
import type { Field, Form, Values } from '../../commands/form.ts';
import { askedInPlace, subcommandIn, subcommands } from '../../commands/index.ts';
import { decide, type Inspection, inspectionCommand } from '../../src/domain/inspection.ts';
import type { Refusal } from '../../src/domain/refusal.ts';
import { refusalsOf } from '../../src/domain/refusals.ts';
import { restrictedCommand } from '../../src/domain/restricted.ts';
import { framework, frameworks } from '../support/frameworks.ts';
import { begunAs, person, under } from '../support/given.ts';
import { holidays } from '../support/holidays.ts';
import type { Who } from '../support/people.ts';
import { concern, evidence, finding, gradeOf, meeting, openLine, pause, refer } from '../support/sent.ts';
import { openRound } from '../support/sent-round.ts';

/*
 * Walks every form of every command: as it opens by a word, about each item there is, and by every button on the way. What can
 * be typed at length must be looked at for identifiers, at its own field, and asked about for names.
 */

const number = 'NHS 999 000 0018: seen nine days late.';
const name = 'Ellie Brown was not asked what she wanted.';

const { started, withEvidence, settled, signedOff } = under('sif-2013');
const rich = settled()
  .and(evidence({ case: 'C-001', text: 'A child waited' }), 'inspector')
  .and(openLine({}), 'lead')
  .and(concern({}), 'inspector')
  .and(concern({}), 'inspector')
  .and(refer('K-002', {}), 'lead')
  .and(meeting({}), 'lead')
  .and(openRound('leadership', 'by-person'), 'lead')
  .state();
const onOneSide = started()
  .and(evidence({}), 'inspector')
  .and(gradeOf('help-and-protection', 'inadequate', ['E-001']), 'lead')
  .state();
const paused = withEvidence().and(pause('2013-11-19'), 'lead').state();
const narrative = begunAs(framework('sif-2013'), { narrative: true })
  .and(evidence({}), 'inspector')
  .and(finding({ heading: 'weaknesses', remedy: 'Decide within a day' }), 'inspector')
  .state();
/** Some commands are for some kinds of framework only. */
const ofEachKind = frameworks.all.map(({ id }) => under(id).withEvidence().state());
const states: Inspection[] = [
  narrative,
  withEvidence().state(),
  rich,
  paused,
  settled().state(),
  signedOff().state(),
  onOneSide,
  ...ofEachKind,
];

/** Where the walk begins: each word alone, with what people add to it, and about each item there is. */
const begins = (inspection: Inspection): string[] =>
  subcommands.flatMap(({ word }) =>
    ['', 'open', 'change', 'list', 'help', 'reason', ...inspection.items.versions.keys()].map((rest) =>
      `${word} ${rest}`.trim(),
    ),
  );

/** The words of every button in an answer. */
const buttonsIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(buttonsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'does' in value && typeof value.does === 'string' ? [value.does] : [];
  return [...own, ...Object.values(value).flatMap(buttonsIn)];
};

const asking = (inspection: Inspection, who: Who, words: string): AskOfInspection | null => {
  const by = person(who);
  const member = inspection.members.find((each) => each.person.user === by.user);
  if (!member) return null;
  return {
    by,
    at: '2013-11-19T12:00:00.000Z',
    timeZone: 'Europe/London',
    channel: 'CTEAM',
    words,
    frameworks: frameworks.all,
    holidays,
    chance: new Uint8Array([1, 2, 3, 4]),
    inspection,
    member,
    restricted: null,
    restrictedClosed: null,
    head: { version: 9, hash: 'a'.repeat(64) },
  };
};

type Opened = { command: InspectionSubcommand; ask: AskOfInspection; form: Form };

const key = ({ command, form }: Opened): string =>
  [command.word, form.title.replace(/[A-Z]-\d+/, ''), ...typedIn(form).map(({ field }) => field)].join(' ');

const typedIn = (form: Form): (Field & { is: 'text' })[] =>
  form.pieces.filter((piece): piece is Field & { is: 'text' } => piece.is === 'text');

/** The form and what its buttons for more show. */
const unfolded = (opened: Opened): Opened[] => {
  const { command, ask, form } = opened;
  const more = form.pieces.flatMap((piece) =>
    piece.is === 'redraw' && command.form ? [command.form.draw(ask, {}, { ...form.about, ...piece.about })] : [],
  );
  return [opened, ...more.map((each) => ({ command, ask, form: each }))];
};

/** The command that a form is sent to: another one than opened it, where a word opens another's form. */
const ownerOf = ({ of }: Form): InspectionSubcommand | undefined =>
  subcommands.find((each): each is InspectionSubcommand => each.of === 'inspection' && each.word === of);

/** Every form that somebody comes to from these words, following each button. */
const formsFor = (inspection: Inspection, who: Who): Opened[] => {
  const found: Opened[] = [];
  const ways = begins(inspection);
  const been = new Set(ways);
  for (const way of ways) {
    const { subcommand, words } = subcommandIn(way.replace(/^in \S+ /, ''));
    const ask = asking(inspection, who, words);
    if (subcommand?.of !== 'inspection' || !ask) continue;
    const asked = subcommand.asked(ask);
    const reply = 'look' in asked || 'results' in asked ? asked.seen([]) : asked;
    if ('open' in reply) found.push(...unfolded({ command: ownerOf(reply.open) ?? subcommand, ask, form: reply.open }));
    for (const does of buttonsIn(reply).filter((each) => !been.has(each))) {
      been.add(does);
      ways.push(does);
    }
  }
  return found;
};

/** One of each kind: of one command, with one title and the same places to type in. */
const everyForm = (): Opened[] => {
  const all = states.flatMap((inspection) =>
    (['lead', 'inspector', 'qualityAssurance'] as const).flatMap((who) => formsFor(inspection, who)),
  );
  return [...new Map(all.map((opened) => [key(opened), opened])).values()];
};

/** Something in every field: what stands there, the first choice, or a few words. */
const filled = (form: Form): Values =>
  Object.fromEntries(
    form.pieces.flatMap((piece): [string, string | readonly string[] | null][] => {
      switch (piece.is) {
        case 'said':
        case 'redraw':
          return [];
        case 'text':
          return [[piece.field, piece.initial === '' ? 'A few words' : piece.initial]];
        case 'choice':
          return [[piece.field, piece.initial ?? piece.groups[0]?.choices[0]?.value ?? null]];
        case 'choices':
          return [
            [
              piece.field,
              piece.initial.length > 0 ? piece.initial : piece.choices.slice(0, 1).map(({ value }) => value),
            ],
          ];
        case 'search':
          return [[piece.field, piece.initial.map(({ value }) => value)]];
        default:
          return [[piece.field, piece.initial]];
      }
    }),
  );

/** The form as it stands once what was chosen has redrawn it, sent with these words in one field. */
const submittedWith = ({ command, ask, form }: Opened, field: string, words: string): Reply => {
  const { form: handler } = command;
  if (!handler) throw new Error(`${command.word} has no form`);
  // Said that none was found, the form has no remedy.
  const values = { ...filled(form), keepNames: null, none: null, [field]: words };
  const settled = handler.draw(ask, values, form.about);
  const reply = handler.submitted(ask, { ...filled(settled), ...values }, settled.about, new Map());
  // Its words are asked on their own, and read there.
  return 'asks' in reply ? { refusals: [] } : reply;
};

/** What the record itself says to it, at its door and beyond. */
const refusalsIn = (reply: Reply, { ask }: Opened): readonly Refusal[] => {
  if ('refusals' in reply) return reply.refusals;
  const kept = 'keep' in reply ? [reply.keep] : 'several' in reply ? reply.several : [];
  return kept.flatMap(({ in: where, command }) => {
    const read = (where === 'restricted' ? restrictedCommand : inspectionCommand).safeParse(command);
    if (!read.success) return refusalsOf(read.error, ask.inspection).refusals;
    const asked = inspectionCommand.safeParse(command);
    const decision = asked.success ? decide(asked.data, ask.inspection, { person: ask.by, at: ask.at }) : null;
    return decision && 'refusals' in decision ? decision.refusals : [];
  });
};

const forms = everyForm();
const boxes = forms.flatMap((opened) =>
  typedIn(opened.form).map(({ field, label, long }) => ({ opened, field, label, long, form: opened.form.title })),
);

describe('Everything that can be typed into a form', () => {
  it('[PD1] is found by the walk: each command that has a form opens one', () => {
    const withForm = subcommands.flatMap((each) => (each.of === 'inspection' && each.form ? [each.word] : []));
    const opened = new Set(forms.map(({ command }) => command.word));
    expect(withForm.filter((word) => !opened.has(word))).toEqual([]);
  });

  it.each(boxes)('[PD1] is refused with a child’s identifier in it: $form, $label', ({ opened, field }) => {
    const refused = refusalsIn(submittedWith(opened, field, number), opened);
    expect(refused.map((refusal) => refusal.field)).toContain(field);
  });

  it.each(boxes.filter(({ long }) => long))(
    '[PD2] is asked about with a likely name in it: $form, $label',
    ({ opened, field }) => {
      const reply = submittedWith(opened, field, name);
      // A box that takes a list and no sentences may refuse the name instead.
      if (refusalsIn(reply, opened).some((refusal) => refusal.field === field)) return;
      const fields =
        'open' in reply ? askedInPlace(reply.open).flatMap((piece) => ('field' in piece ? piece.field : [])) : [];
      expect(fields.slice(0, fields.indexOf(field)).at(-1)).toBe('keepNames');
      expect('open' in reply ? filled(reply.open)[field] : null).toBe(name);
    },
  );
});
