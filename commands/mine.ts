import { ownItems } from '../src/domain/home.ts';
import { samePerson } from '../src/domain/people.ts';
import { may } from '../src/domain/roles.ts';
import { evidenceLine } from '../src/words/evidence.ts';
import { findingLine } from '../src/words/findings.ts';
import { counted, type Message, type Part } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand } from './contract.ts';

/** As many as a row of buttons takes. */
const shown = 5;

/** The asker's own findings, newest first; nothing where they have none. */
const findingsInWords = ({ inspection, by }: AskOfInspection): Part[] => {
  const own = [...inspection.findings.values()].filter((finding) => samePerson(finding.by, by)).reverse();
  if (own.length === 0) return [];
  const more = own.length - shown;
  return [
    { lines: [[`${counted(own.length, 'finding')} of yours, newest first.`]] },
    { list: own.slice(0, shown).map((finding) => findingLine(inspection, finding, 200)) },
    ...(more > 0 ? [{ note: `And ${more} more. Find them with /judge find and a word from them.` }] : []),
  ];
};

const mineInWords = (ask: AskOfInspection): Message => {
  const { inspection, member, by, at } = ask;
  const findings = findingsInWords(ask);
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
      { list: latest.map((evidence) => evidenceLine(inspection, evidence, at)) },
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
  about: 'Lists the evidence and findings you recorded, newest first, to correct them. Only you see the answer.',
  brief: 'what you recorded last',
  example: '/judge mine',
  act: 'read',
  asked: (ask) => ({ say: mineInWords(ask) }),
  form: null,
};
