import { areaByWord } from '../src/domain/framework.ts';
import { openLines } from '../src/domain/lines.ts';
import type { EnquiryLine } from '../src/domain/matters/line.ts';
import { samePerson } from '../src/domain/people.ts';
import { may, onlyFor } from '../src/domain/roles.ts';
import { lineMessage, linesMessage } from '../src/words/line.ts';
import { type Button, counted, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import type { About, Form, Values } from './form.ts';
import { lineName, noSuchLine } from './forms/line-items.ts';
import { drawLinking, searchLinking, submittedLinking } from './forms/line-link.ts';
import { drawSettling, submittedSettling } from './forms/line-settle.ts';
import { drawWording, submittedWording, valuesOfLine } from './forms/line-wording.ts';
import { correcting } from './forms/meanwhile.ts';
import { spelt } from './forms/named-item.ts';
import { sealedReply } from './forms/sealed.ts';

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  if (about.what === 'settle') return drawSettling(ask, values, about);
  return about.what === 'link' ? drawLinking(ask, values, about) : drawWording(ask, values, about);
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  if (about.what === 'settle') return submittedSettling(ask, values, about);
  return about.what === 'link' ? submittedLinking(ask, values, about) : submittedWording(ask, values, about);
};

const records = ({ member, inspection }: AskOfInspection): boolean =>
  may(member.role, 'open lines of enquiry') && !inspection.sealed;

const settles = (ask: AskOfInspection, { content, by }: EnquiryLine): boolean =>
  samePerson(content.owner, ask.by) ||
  samePerson(by, ask.by) ||
  may(ask.member.role, 'settle anyone’s line of enquiry');

const openButton: Button = { label: 'Open a line', does: 'line new', main: true };

/** The asker's own open lines as buttons, as many as a row holds beside the first. */
const listButtons = (ask: AskOfInspection, lines: readonly EnquiryLine[]): Button[] => {
  const own = lines.filter(({ content }) => samePerson(content.owner, ask.by)).slice(0, 4);
  return [...(records(ask) ? [openButton] : []), ...own.map(({ item }) => ({ label: item, does: `line ${item}` }))];
};

const noClaim = 'No claim of the authority’s self-evaluation was taken up as a line of enquiry yet.';

const noneOpen = (all: number): string =>
  all === 0
    ? 'No line of enquiry was opened yet.'
    : `No line of enquiry is open any more. ${all === 1 ? 'The one there is is settled.' : `All ${all} are settled.`}`;

const listed = (
  ask: AskOfInspection,
  opening: (count: string) => string,
  lines: readonly EnquiryLine[],
  none: string,
): Reply => ({
  say: linesMessage(
    ask.inspection,
    lines.length === 0 ? none : opening(counted(lines.length, 'line')),
    lines,
    listButtons(ask, lines),
  ),
});

const lineAsked = (ask: AskOfInspection, line: EnquiryLine, what: string): Reply => {
  const { item } = line;
  if (what === '') {
    const buttons = [
      { label: 'Link evidence', does: `line ${item} link` },
      ...(settles(ask, line)
        ? [
            { label: 'Settle it', does: `line ${item} settle` },
            { label: 'Change', does: `line ${item} change` },
          ]
        : []),
    ];
    return { say: lineMessage(ask.inspection, line, records(ask) ? buttons : []) };
  }
  if (!['link', 'settle', 'change'].includes(what))
    return { say: says(`Use /judge line ${item} on its own, or with link, settle or change.`) };
  const sealed = sealedReply(ask, '');
  if (sealed) return sealed;
  if (!records(ask)) return { say: says(onlyFor('open lines of enquiry')) };
  if (what !== 'link' && !settles(ask, line))
    return { say: says(`${item} is somebody else’s. ${onlyFor('settle anyone’s line of enquiry')}`) };
  return what === 'change'
    ? { open: draw(ask, valuesOfLine(line), { ...correcting(ask, item), what }) }
    : { open: draw(ask, {}, { item, what }) };
};

const asked = (ask: AskOfInspection): Reply => {
  const { inspection } = ask;
  const words = ask.words.trim();
  const [first = '', what = ''] = spelt(words).toLowerCase().split(/\s+/);
  const named = lineName(first);
  if (named) {
    const line = inspection.lines.get(named);
    return line ? lineAsked(ask, line, what) : noSuchLine(ask, named);
  }
  const all = [...inspection.lines.values()];
  const open = openLines(inspection);
  if (words === '')
    return listed(
      ask,
      (count) => `${count} of enquiry still open${open.length > 1 ? ', the oldest first' : ''}.`,
      open,
      noneOpen(all.length),
    );
  if (words.toLowerCase() === 'claims') {
    const claims = all.filter(({ content }) => content.origin === 'self-evaluation');
    return listed(ask, (count) => `Claims of the authority’s self-evaluation: ${count}.`, claims, noClaim);
  }
  const area = areaByWord(inspection.framework, words);
  if (area) {
    const about = all.filter(({ content }) => content.areas.includes(area.id));
    return listed(
      ask,
      (count) => `${area.short}: ${count} of enquiry.`,
      about,
      `${area.short}: no line of enquiry yet.`,
    );
  }
  const hypothesis = words.toLowerCase() === 'new' ? '' : words;
  const sealed = sealedReply(ask, hypothesis);
  if (sealed) return sealed;
  if (!records(ask)) return { say: says(onlyFor('open lines of enquiry')) };
  return { open: drawWording(ask, { hypothesis: hypothesis || null }, {}) };
};

export const line: InspectionSubcommand = {
  of: 'inspection',
  word: 'line',
  usage: '[L-002 or an area, or what is to be tested]',
  about: 'Lists lines of enquiry, shows one with the evidence for and against it, or opens one.',
  brief: 'lines of enquiry, for and against',
  example: '/judge line Thresholds differ between the area teams',
  act: 'read',
  asked,
  form: { draw, submitted, search: searchLinking },
};
