import { ownItems } from '../src/domain/home.ts';
import { ownOfOtherKinds } from '../src/domain/own-items.ts';
import { samePerson } from '../src/domain/people.ts';
import { may } from '../src/domain/roles.ts';
import { evidenceLineWithin } from '../src/words/evidence.ts';
import { findingLine } from '../src/words/finding.ts';
import { counted, firstFitting, type Message, type Part } from '../src/words/message.ts';
import { editButtons, itemLines } from '../src/words/own-items.ts';
import type { AskOfInspection, InspectionSubcommand } from './contract.ts';

/** As many as a row of buttons takes. */
const shown = 5;

/** The asker's own findings, newest first; nothing where they have none. */
const findingsInWords = ({ inspection, by }: AskOfInspection, most: number): Part[] => {
  const own = [...inspection.findings.values()].filter((finding) => samePerson(finding.by, by)).reverse();
  if (own.length === 0) return [];
  const more = own.length - shown;
  return [
    { lines: [[`${counted(own.length, 'finding')} of yours, newest first.`]] },
    { list: own.slice(0, shown).map((finding) => findingLine(inspection, finding, most)) },
    ...(more > 0 ? [{ note: `And ${more} more. Find them with /judge find and a word from them.` }] : []),
  ];
};

/** What the asker recorded of other kinds, newest first, to correct; nothing where they have none. */
const othersInWords = ({ inspection, by, at }: AskOfInspection, most: number): Part[] => {
  const latest = ownOfOtherKinds(inspection, by, shown);
  if (latest.length === 0) return [];
  const buttons = editButtons(latest);
  return [
    { lines: [['Also yours, newest first:']] },
    { list: itemLines(inspection, latest, at, most) },
    ...(buttons.length > 0 ? [{ buttons }] : []),
  ];
};

const mineInWords = (ask: AskOfInspection, most: number): Message => {
  const { inspection, member, by, at } = ask;
  const findings = [...findingsInWords(ask, most), ...othersInWords(ask, most)];
  const own = ownItems(inspection, by);
  if (own.length === 0) {
    const how = may(member.role, 'record evidence') ? ' /judge evidence records, in one line or by a form.' : '';
    return {
      parts: [
        { lines: [[`You have recorded ${findings.length > 0 ? 'no evidence' : 'nothing'} yet.${how}`]] },
        ...findings,
      ],
    };
  }
  const latest = own.slice(0, shown);
  const buttons = latest
    .filter(({ withdrawn }) => !withdrawn && !inspection.sealed)
    .map(({ item }) => ({ label: `Edit ${item}`, does: `edit ${item}` }));
  const more = own.length - latest.length;
  return {
    parts: [
      { lines: [[`You have recorded ${counted(own.length, 'item')}, newest first.`]] },
      { list: latest.map((evidence) => evidenceLineWithin(inspection, evidence, at, most)) },
      ...(more > 0 ? [{ note: `And ${more} more. Find them with /judge find and a word from them.` }] : []),
      ...(buttons.length > 0 ? [{ buttons }] : []),
      ...findings,
    ],
  };
};

export const mine: InspectionSubcommand = {
  of: 'inspection',
  word: 'mine',
  usage: '',
  about: 'Lists what you recorded of any kind, newest first, to correct it. Only you see the answer.',
  brief: 'what you recorded last',
  example: '/judge mine',
  act: 'read',
  asked: (ask) => ({ say: firstFitting([200, 100, 60], (most) => mineInWords(ask, most)) }),
  form: null,
};
