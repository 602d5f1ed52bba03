import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AskOfInspection, Reply } from '../../../commands/contract.ts';
import { evidence } from '../../../commands/evidence.ts';
import { areaByWord } from '../../../src/domain/framework.ts';
import { casesNamed } from '../../../src/domain/recording/cases.ts';
import { framework as named } from '../../support/frameworks.ts';
import { given, minute, person } from '../../support/given.ts';
import { holidays } from '../../support/holidays.ts';
import { openLine } from '../../support/sent.ts';

/*
 * Ways of writing a line of evidence, and what becomes of each after `/judge evidence`. They stand in this folder as
 * `ways-*.json`, a list of rows, each a pair: what is typed, and what its writer means by it.
 *
 *   ["help - C-017 child: I asked twice", { "area": "help", "sign": "concern", "case": "C-017", "from": "child", "text": "I asked twice" }]
 *
 * `area` is an area's word of ILACS 2023 (leaders, help, in-care, care-leavers); `sign` is strength, concern, priority-concern or
 * context; `from` is the id of a source in the field's file; `for` and `against` name a line of enquiry, `line` one of which it is not
 * said which way. L-001 and L-002 are there, and no other line. What is left out is not meant: no case, no source, no line;
 * context for the sign. `text` is what is left for words, to the letter. Several items are a list of these.
 * Two people write rows: whoever wrote the parser, and somebody who did not look at it.
 */

type Item = {
  area?: string;
  sign?: string;
  case?: string;
  from?: string;
  for?: string;
  against?: string;
  line?: string;
  text: string;
};
export type Way = [typed: string, meant: Item | Item[]];

/** Kept as meant, asked about with nothing lost, or kept as something else: which is never to be. */
export type Became = 'as meant' | 'asked' | 'otherwise';

export const waysIn = (): { file: string; ways: Way[] }[] =>
  readdirSync(import.meta.dirname)
    .filter((name) => /^ways-.*\.json$/.test(name))
    .map((file) => ({ file, ways: JSON.parse(readFileSync(join(import.meta.dirname, file), 'utf8')) as Way[] }));

const framework = named('ilacs-2023');
const hypothesis = (place: number) => openLine({ hypothesis: `Thresholds hold in team ${place}`, areas: ['leaders'] });
const inspection = given(framework).and(hypothesis(1), 'lead').and(hypothesis(2), 'lead').state();

const ask = (words: string): AskOfInspection => {
  const member = inspection.members.find(({ role }) => role === 'inspector');
  if (!member) throw new Error('There is no inspector');
  return {
    by: person('inspector'),
    at: minute(60),
    timeZone: 'Europe/London',
    channel: inspection.channel.id,
    words,
    frameworks: [framework],
    holidays,
    chance: new Uint8Array(4),
    inspection,
    member,
    restricted: null,
    restrictedClosed: null,
    head: { version: inspection.version, hash: '' },
  };
};

type Kept = {
  areas: string[];
  text: string;
  sign: string;
  case: string | null;
  source: string;
  lines: string[];
  bears: string | null;
  askedOf?: string;
  assumed?: string[];
};

/** Each thing that is meant: as kept, or asked about on the receipt; false where it is neither. */
const heldAgainst = (kept: Kept, meant: Item): (true | 'asked' | false)[] => {
  const { assumed = [] } = kept;
  const way = meant.for ? 'for' : meant.against ? 'against' : null;
  const line = meant.for ?? meant.against ?? meant.line ?? null;
  const several = kept.case === null && casesNamed(kept.text).length > 1;
  const stated = [
    areaByWord(framework, meant.area ?? '')?.id === kept.areas[0],
    kept.sign === (meant.sign ?? 'context') || (assumed.includes('sign') && 'asked'),
    several ? 'asked' : kept.case === (meant.case ?? null) || (assumed.includes('case') && 'asked'),
    kept.source === (meant.from ?? 'not-stated') || (kept.source === 'not-stated' && 'asked'),
    line === null || way === null
      ? (kept.askedOf ?? null) === line && kept.lines.length === 0 && (line === null || 'asked')
      : (kept.lines[0] === line && kept.bears === way) || (kept.askedOf === line && 'asked'),
  ] as const;
  const isAsked = stated.includes('asked');
  return [...stated, kept.text === meant.text || (isAsked && kept.text.endsWith(meant.text) && 'asked')];
};

const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

const textShown = (reply: Reply): string => {
  if ('say' in reply) return JSON.stringify(reply.say);
  if (!('open' in reply)) return '';
  return reply.open.pieces
    .map((piece) => ('field' in piece && piece.field === 'text' && 'initial' in piece ? piece.initial : ''))
    .join('');
};

export const became = ([typed, meant]: Way): Became => {
  const reply = evidence.of === 'inspection' ? evidence.asked(ask(typed)) : { refusals: [] };
  const all = Array.isArray(meant) ? meant : [meant];
  if ('keep' in reply) {
    const [only, another] = all;
    if (!only || another) return 'otherwise';
    const held = heldAgainst(reply.keep.command as Kept, only);
    return held.includes(false) ? 'otherwise' : held.includes('asked') ? 'asked' : 'as meant';
  }
  const shown = squeezed(textShown(reply));
  return all.every(({ text }) => shown.includes(squeezed(text))) ? 'asked' : 'otherwise';
};
