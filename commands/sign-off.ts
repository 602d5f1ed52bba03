import { decide } from '../src/domain/inspection.ts';
import { summaryOf } from '../src/domain/summary.ts';
import { areaLists, areaTitle, gradeWords } from '../src/words/areas.ts';
import { beforeSigning } from '../src/words/before-signing.ts';
import { signatureLine } from '../src/words/board.ts';
import { type Line, type Message, says } from '../src/words/message.ts';
import { overallLine } from '../src/words/overall.ts';
import {
  type AskOfInspection,
  type InspectionSubcommand,
  noSearch,
  type Receipt,
  type Reply,
  sayRefusals,
} from './contract.ts';
import { type About, type Form, said, type Values } from './form.ts';

const draw = ({ inspection, head, member, at }: AskOfInspection, _: Values, about: About): Form => {
  const { areas, overalls } = summaryOf(inspection);
  const second = member.role === 'quality-assurance-manager';
  return {
    of: 'sign-off',
    title: 'Sign off',
    submit: 'Sign off',
    pieces: [
      said(
        { lines: [[`You sign for these judgements as ${second ? 'quality assurance manager' : 'lead inspector'}:`]] },
        ...areaLists(
          areas,
          (area): Line => [`${areaTitle(area)}: `, { strong: gradeWords(inspection, area.judgement?.grade ?? null) }],
        ),
        { list: overalls.map((overall) => overallLine(inspection, overall)) },
        ...beforeSigning(inspection, at),
        {
          lines: [
            [
              second
                ? 'With your signature evidence, grades and overall are sealed.'
                : 'The quality assurance manager signs next. Any change to evidence or grades lapses your signature.',
            ],
          ],
        },
        { note: `${signatureLine(inspection)} Record ${head.hash.slice(0, 6)}, ${head.version} entries.` },
      ),
    ],
    about,
  };
};

const receipt = ({ hash, inspection }: Receipt): Message => ({
  parts: [
    { lines: [[{ strong: `Signed (${hash.slice(0, 6)}). ` }, signatureLine(inspection)]] },
    ...(inspection.sealed ? [{ buttons: [{ label: 'Summary', does: 'summary', main: true }] }] : []),
  ],
});

const submitted = (): Reply => ({
  keep: { in: 'inspection', command: { type: 'SignOff' } },
  receipt,
  another: null,
  refused: sayRefusals,
});

export const signOff: InspectionSubcommand = {
  of: 'inspection',
  word: 'sign-off',
  usage: '',
  about: 'Signs the judgements off: the lead first, then the quality assurance manager. Then they are sealed.',
  example: '/judge sign-off',
  act: 'sign off',
  asked: (ask) => {
    if (ask.inspection.sealed)
      return { say: says(signatureLine(ask.inspection), 'To change anything, use /judge reopen.') };
    const decision = decide({ type: 'SignOff' }, ask.inspection, { person: ask.by, at: ask.at });
    if (!('refusals' in decision)) return { open: draw(ask, {}, {}) };
    const words = decision.refusals.map((refusal): Line => [refusal.words]);
    return { say: { parts: [{ lines: [['Not ready to sign off:']] }, { list: words }] } };
  },
  form: { draw, submitted, search: noSearch },
};
