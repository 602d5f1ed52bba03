import { speaksInFindings } from '../src/domain/findings.ts';
import { decide } from '../src/domain/inspection.ts';
import { summaryOf } from '../src/domain/summary.ts';
import { areaLists } from '../src/words/areas.ts';
import { beforeSigning } from '../src/words/before-signing.ts';
import { signatureLine } from '../src/words/board.ts';
import { areaStanding, wholeStanding } from '../src/words/finding-standing.ts';
import { givenParts, judgedAreas } from '../src/words/given.ts';
import { type Line, type Message, message, paragraph } from '../src/words/message.ts';
import { overallLine } from '../src/words/overall.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { said } from './fields.ts';
import type { About, Form, Values } from './form.ts';
import { questionForm, questionSent } from './forms/signing-question.ts';
import { keeps, tells } from './reply.ts';

const draw = (ask: AskOfInspection, values: Values, about: About): Form =>
  about.question ? questionForm(ask, values, about) : signingForm(ask, about);

const signingForm = ({ inspection, head, member, at }: AskOfInspection, about: About): Form => {
  const summary = summaryOf(inspection);
  const { areas, overalls } = summary;
  const whole = wholeStanding(summary);
  const found = speaksInFindings(inspection);
  // Where all headings are of the whole inspection, areas have nothing that is signed.
  const byArea = !found || inspection.framework.findings.some(({ per }) => per === 'area');
  const [what, sealing] = found ? ['findings', ' and findings'] : ['judgements', ', grades and overall'];
  const second = member.role === 'quality-assurance-manager';
  return {
    of: 'sign-off',
    title: 'Sign off',
    submit: 'Sign off',
    pieces: [
      said(
        paragraph(`You sign for these ${what} as ${second ? 'quality assurance manager' : 'lead inspector'}:`),
        ...(byArea ? areaLists(judgedAreas(areas), (area) => areaStanding(summary, area)) : []),
        ...givenParts(inspection, areas, 80),
        { list: whole },
        { list: overalls.map((overall) => overallLine(inspection, overall)) },
        ...beforeSigning(inspection, at),
        paragraph(
          second
            ? `With your signature evidence${sealing} are sealed.`
            : `The quality assurance manager signs next. Any change to evidence or ${found ? 'findings' : 'grades'} lapses your signature.`,
        ),
        { note: `${signatureLine(inspection)} Record ${head.hash.slice(0, 6)}, ${head.version} entries.` },
      ),
    ],
    about,
  };
};

const receipt = ({ inspection }: Receipt): Message =>
  message(paragraph({ strong: 'Signed. ' }, signatureLine(inspection)), {
    buttons: inspection.sealed ? [{ label: 'Summary', does: 'summary', main: true }] : [],
  });

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  about.question ? questionSent(ask, values, about) : keeps({ type: 'SignOff' }, receipt);

export const signOff: InspectionSubcommand = {
  of: 'inspection',
  word: 'sign-off',
  usage: '',
  about:
    'Signs the judgements or findings off: the lead first, then the quality assurance manager. Then they are sealed.',
  alsoCalled: ['signature'],
  apart: true,
  brief: 'sign the judgements',
  offers: [{ label: 'Sign off' }],
  example: '/judge sign-off',
  act: 'sign off',
  showsHead: true,
  asked: (ask) => {
    if (ask.words.trim() === 'ask') return { open: questionForm(ask, {}, {}) };
    if (ask.inspection.sealed) return tells(signatureLine(ask.inspection), 'To change anything, use /judge reopen.');
    const decision = decide({ type: 'SignOff' }, ask.inspection, { person: ask.by, at: ask.at });
    if (!('refusals' in decision)) return { open: draw(ask, {}, {}) };
    const words = decision.refusals.map((refusal): Line => [refusal.words]);
    return { say: message(paragraph('Not ready to sign off:'), { list: words }) };
  },
  form: { draw, submitted },
};
