import type { Evidence } from '../src/domain/matters/evidence.ts';
import { evidenceLine } from '../src/words/evidence.ts';
import { counted, type Part, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';

const shown = 10;

const plain = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

const fits = (ask: AskOfInspection, words: readonly string[]) => {
  const areas = new Map(
    ask.inspection.framework.areas.map((area) => [area.id, `${area.short} ${area.words.join(' ')}`]),
  );
  return ({ item, content, by }: Evidence): boolean => {
    const text = plain(
      [
        item,
        content.text,
        content.case,
        content.site,
        content.agency,
        content.sign,
        content.source,
        content.criteria.join(' '),
        content.areas.map((area) => areas.get(area)).join(' '),
        ask.inspection.names.get(by.user),
      ].join(' '),
    );
    return words.every((word) => text.includes(word));
  };
};

const asked = (ask: AskOfInspection): Reply => {
  const words = plain(ask.words).split(/\s+/).filter(Boolean);
  if (words.length === 0)
    return {
      say: says('Say what to look for: /judge find strategy discussion, /judge find C-017, /judge find E-014.'),
    };
  const ordinary = [...ask.inspection.evidence.values()].filter(fits(ask, words)).reverse();
  const restricted = [...(ask.restricted?.evidence.values() ?? [])].filter(fits(ask, words)).reverse();
  const found = ordinary.slice(0, shown);
  const more = ordinary.length - found.length;
  const parts: Part[] = [
    {
      lines: [
        [
          ordinary.length === 0
            ? `No evidence ${restricted.length > 0 ? 'that the whole team may read ' : ''}has all of these words: ${words.join(' ')}.`
            : `${counted(ordinary.length, 'item')} found, newest first.`,
        ],
      ],
    },
    ...(found.length > 0 ? [{ list: found.map((evidence) => evidenceLine(ask.inspection, evidence, ask.at)) }] : []),
    ...(more > 0 ? [{ note: `And ${more} more. Add another word to see fewer.` }] : []),
    ...(restricted.length > 0
      ? [
          { lines: [[{ strong: 'Restricted' }, ': for lead, deputy and quality assurance manager only.']] },
          { list: restricted.slice(0, shown).map((evidence) => evidenceLine(ask.inspection, evidence, ask.at)) },
        ]
      : []),
  ];
  return { say: { parts } };
};

export const find: InspectionSubcommand = {
  of: 'inspection',
  word: 'find',
  usage: '<words>',
  about: 'Searches the evidence you may read. Only you see the answer.',
  example: '/judge find strategy discussion',
  act: 'read',
  asked,
  form: null,
};
