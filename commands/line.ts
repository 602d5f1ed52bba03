import { inWordsOf } from '../src/domain/field.ts';
import { areaByWord } from '../src/domain/framework.ts';
import { openLines } from '../src/domain/lines.ts';
import { type EnquiryLine, whyNotChangeLine } from '../src/domain/matters/line.ts';
import { may } from '../src/domain/roles.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { claimsInWords, lineMessage } from '../src/words/line.ts';
import { listing, pageOf } from '../src/words/listing.ts';
import { type Button, counted, lineIf } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { correctedLine, drawLine, searchLinking, submittedLine } from './forms/line.ts';
import { lineName, noSuchLine } from './forms/line-items.ts';
import { spelt } from './forms/named-item.ts';
import { textAfter } from './forms/typed.ts';
import { notAllowed, opens, sealedReply, tells } from './reply.ts';

const act = 'open lines of enquiry';

const records = ({ member, inspection }: AskOfInspection): boolean => may(member.role, act) && !inspection.sealed;

const openButton: Button = { label: 'Open a line', does: 'line new', main: true };

const noneOpen = (all: number): string =>
  all === 0
    ? 'No line of enquiry was opened yet.'
    : `No line of enquiry is open any more. ${all === 1 ? 'The one there is is settled.' : `All ${all} are settled.`}`;

type List = { lines: readonly EnquiryLine[]; opening: (count: string) => string; none: string };

/** The lines that are listed for these words: those open for none, else claims or an area's; null where they ask for no list. */
const listFor = ({ inspection }: AskOfInspection, words: string): List | null => {
  const all = [...inspection.lines.values()];
  if (words === '' || words === 'list') {
    const lines = openLines(inspection);
    const order = lines.length > 1 ? ', the oldest first' : '';
    return { lines, opening: (count) => `${count} of enquiry still open${order}.`, none: noneOpen(all.length) };
  }
  if (words.toLowerCase() === 'claims')
    return {
      lines: all.filter(({ content }) => content.origin === 'self-evaluation'),
      opening: (count) => `${inWordsOf(inspection, 'Claims of the {authority}’s self-evaluation')}: ${count}.`,
      none: inWordsOf(
        inspection,
        'No claim of the {authority}’s self-evaluation was taken up as a line of enquiry yet.',
      ),
    };
  const area = areaByWord(inspection.framework, words);
  return area
    ? {
        lines: all.filter(({ content }) => content.areas.includes(area.id)),
        opening: (count) => `${area.short}: ${count} of enquiry.`,
        none: `${area.short}: no line of enquiry yet.`,
      }
    : null;
};

const listed = (ask: AskOfInspection, { lines, opening, none }: List, words: string, page: number): Reply => {
  const first = lines.length === 0 ? none : opening(counted(lines.length, 'line'));
  const claims = claimsInWords(ask.inspection);
  const tested = lineIf(claims, `${inWordsOf(ask.inspection, 'The {authority}’s self-evaluation')}: ${claims}.`);
  return {
    say: listing(
      ask,
      [{ lines: [[first], ...tested] }],
      lines.map(({ item }) => item),
      { words: `line ${words || 'list'}`, page },
      { buttons: records(ask) ? [openButton] : [] },
    ),
  };
};

const shown = (ask: AskOfInspection, line: EnquiryLine): Reply => ({
  say: lineMessage(ask.inspection, line, itemButtons(ask.inspection, line.item, ask.by)),
});

const lineAsked = (ask: AskOfInspection, item: string, what: string): Reply => {
  const line = ask.inspection.lines.get(item);
  if (!line) return noSuchLine(ask, item);
  if (!['link', 'settle', 'change'].includes(what)) return shown(ask, line);
  const no = sealedReply(ask) ?? notAllowed(ask, act);
  if (no) return no;
  const whyNot = what === 'link' ? null : whyNotChangeLine(ask.inspection, line, ask.by);
  if (whyNot !== null) return tells(whyNot);
  return what === 'change' ? opens(correctedLine)(ask, item) : { open: drawLine(ask, {}, { item, what }) };
};

const opened = (ask: AskOfInspection, hypothesis: string): Reply =>
  sealedReply(ask, hypothesis) ??
  notAllowed(ask, act) ?? { open: drawLine(ask, { hypothesis: hypothesis || null }, {}) };

const asked = (ask: AskOfInspection): Reply => {
  const words = ask.words.trim();
  const [first = '', what = ''] = spelt(words).toLowerCase().split(/\s+/);
  const named = lineName(first);
  if (named) return lineAsked(ask, named, what);
  const { words: of, page } = pageOf(words);
  const list = listFor(ask, of);
  return list ? listed(ask, list, of, page) : opened(ask, textAfter(words));
};

export const line: InspectionSubcommand = {
  of: 'inspection',
  word: 'line',
  usage: '[L-002 or an area, or what is to be tested]',
  about: 'Lists lines of enquiry, shows one with the evidence for and against it, or opens one.',
  brief: 'lines of enquiry, for and against',
  offers: [
    { label: 'Open a line of enquiry', words: 'new', act },
    { label: 'Lines of enquiry', sealed: true },
  ],
  example: '/judge line Decisions differ between the teams',
  act: 'read',
  asked,
  form: { draw: drawLine, submitted: submittedLine, search: searchLinking },
};
