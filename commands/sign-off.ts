import { speaksInFindings } from '../src/domain/findings.ts';
import { decide } from '../src/domain/inspection.ts';
import { blocksSignOff, signsFirst } from '../src/domain/matters/sign-off.ts';
import type { Refusal } from '../src/domain/refusal.ts';
import { summaryOf } from '../src/domain/summary.ts';
import { areaLists } from '../src/words/areas.ts';
import { beforeSigning } from '../src/words/before-signing.ts';
import { signatureLine } from '../src/words/board.ts';
import { areaStanding, wholeStanding } from '../src/words/finding-standing.ts';
import { givenParts, judgedAreas } from '../src/words/given.ts';
import { andMore, lineIf, type Message, message, type Part, type Pressed, paragraph } from '../src/words/message.ts';
import { overallLine } from '../src/words/overall.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { said } from './fields.ts';
import type { About, Form, Values } from './form.ts';
import { otherSigner, questionForm, questionSent } from './forms/signing-question.ts';
import { keeps } from './reply.ts';

const draw = (ask: AskOfInspection, values: Values, about: About): Form =>
  about.question ? questionForm(ask, values, about) : signingForm(ask, about);

const signingForm = (ask: AskOfInspection, about: About): Form => {
  const { inspection, head, member, at } = ask;
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
        ...beforeSigning(inspection, at, member.role),
        paragraph(
          second
            ? `With your signature evidence${sealing} are sealed.`
            : `The quality assurance manager signs next. Any change to evidence or ${found ? 'findings' : 'grades'} lapses your signature.`,
        ),
        { row: [signatureLine(inspection, at)], acts: second ? asking(ask) : [] },
        { note: `Record ${head.hash.slice(0, 6)}, ${head.version} entries.` },
      ),
    ],
    about,
  };
};

const naming = { label: 'Change the team', does: 'team change' };

const receipt = ({ inspection, at }: Receipt): Message => {
  const next = inspection.members.some(({ role }) => role === 'quality-assurance-manager') ? [] : [naming];
  return message(paragraph({ strong: 'Signed. ' }, signatureLine(inspection, at)), {
    buttons: inspection.sealed ? [{ label: 'Summary', does: 'summary', main: true }] : next,
  });
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply =>
  about.question
    ? questionSent(ask, values, about)
    : {
        ...keeps({ type: 'SignOff' }, receipt, { refused: (refusals) => ({ say: notReady(ask, refusals) }) }),
        redraws: true,
      };

/** Who else signs is asked, or named where there is nobody. */
const asking = (ask: AskOfInspection): Pressed[] => {
  const other = otherSigner(ask);
  return [other ? { label: `Ask ${other.name}`, does: 'sign-off ask' } : naming];
};

/** So many things in the way of signing have a row. */
const mostInTheWay = 15;

/** Why it cannot be signed now, each with what is done about it by whoever may. */
const notReady = (ask: AskOfInspection, refusals: readonly Refusal[]): Message => {
  const { inspection, member } = ask;
  const blocks = signsFirst(member) && !inspection.sealed ? blocksSignOff(inspection) : [];
  const instead = inspection.sealed ? [{ label: 'Reopen', does: 'reopen' }] : asking(ask);
  const rows = refusals.map(({ words }, place): Part => {
    const block = blocks[place];
    return { row: [words], acts: block ? [block] : place === 0 ? instead : [] };
  });
  const { lead, lapsed } = inspection.signatures;
  return message(
    { lines: lineIf(!inspection.sealed, 'Not ready to sign off.') },
    ...rows.slice(0, mostInTheWay),
    andMore(rows.length - mostInTheWay),
    { note: lead || lapsed || inspection.sealed ? signatureLine(inspection, ask.at) : '' },
  );
};

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
    const decision = decide({ type: 'SignOff' }, ask.inspection, { person: ask.by, at: ask.at });
    if (!('refusals' in decision)) return { open: draw(ask, {}, {}) };
    return { say: notReady(ask, decision.refusals) };
  },
  form: { draw, submitted },
};
