import { areaByWord } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { itemNumber, numbered } from '../src/domain/items.ts';
import { closedInWords, type Round } from '../src/domain/matters/round.ts';
import { answered, isAsked } from '../src/domain/matters/round-answers.ts';
import { onlyFor } from '../src/domain/only-for.ts';
import { may } from '../src/domain/roles.ts';
import { agreementOver } from '../src/domain/round-agreement.ts';
import { agreementMessage } from '../src/words/agreement.ts';
import { savedAs } from '../src/words/evidence.ts';
import { firstFitting, shortened } from '../src/words/fitting.ts';
import { itemButtons } from '../src/words/item-acts.ts';
import { listing } from '../src/words/listing.ts';
import { counted, type Message, message, paragraph, says } from '../src/words/message.ts';
import { roundParts } from '../src/words/round.ts';
import { movementMessage } from '../src/words/round-list.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { type About, fieldsIn, one, type Values } from './form.ts';
import { spelt } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { cannotSay, drawRound, roundOf } from './forms/round.ts';
import { unknownWord } from './forms/typed.ts';
import { savedItem } from './receipt.ts';
import { keeps, notAllowed, sealedReply, tells } from './reply.ts';

const leads = ({ member }: AskOfInspection): boolean => may(member.role, 'open a round');

/** Somebody who may answer this round: asked at its opening, and still in a role that answers. */
const answers = (ask: AskOfInspection, round: Round): boolean =>
  !round.closed && isAsked(round, ask.by) && may(ask.member.role, 'answer a round');

const roundMessage = (ask: AskOfInspection, round: Round): Message =>
  firstFitting([500, 250, 120, 60], (most) =>
    message(...roundParts(ask.inspection, round, most), itemButtons(ask.inspection, round.item, ask.by), {
      note: 'Only you can see this.',
    }),
  );

const aboutOne = (ask: AskOfInspection, round: Round, close: boolean): Reply => {
  if (close && round.closed) return tells(closedInWords(ask.inspection, round));
  if (close)
    return notAllowed(ask, 'open a round') ?? { open: drawRound(ask, {}, { does: 'close', item: round.item }) };
  return answers(ask, round)
    ? { open: drawRound(ask, {}, { does: 'answer', item: round.item }) }
    : { say: roundMessage(ask, round) };
};

const opened = (ask: AskOfInspection, about: About): Reply =>
  sealedReply(ask) ?? notAllowed(ask, 'open a round') ?? { open: drawRound(ask, {}, about) };

const list = (ask: AskOfInspection, page: number): Message => {
  const { inspection } = ask;
  const all = [...inspection.rounds.keys()].reverse();
  const buttons = [
    ...(leads(ask) && !inspection.sealed ? [{ label: 'Open a round', does: 'round open' }] : []),
    ...(all.length > 0
      ? [
          { label: 'How far you moved', does: 'round mine' },
          { label: 'How far rounds agree', does: 'round agreement' },
        ]
      : []),
  ];
  const opening =
    all.length === 0
      ? 'No round yet. In a round each inspector grades an area alone; then all are shown together.'
      : `${counted(all.length, 'round')}${all.length > 1 ? ', newest first' : ''}.`;
  return listing(ask, opening, all, { words: 'round list', page }, { buttons });
};

/** Over this inspection, or over all under the same framework in which the asker leads or assures quality. */
const agreement = (ask: AskOfInspection, all: boolean): Reply => {
  const { inspection, member } = ask;
  const { framework, authority } = inspection;
  const scale = framework.scale.map(({ id }) => id);
  const act = 'compare rounds across inspections';
  const across = may(member.role, act);
  if (!all) {
    const buttons = across ? [{ label: 'Over all your inspections', does: 'round agreement all' }] : [];
    return { say: agreementMessage(agreementOver(scale, [inspection]), authority, false, buttons) };
  }
  if (!across) return tells(onlyFor(inspection, act));
  return {
    gather: act,
    gathered: (inspections) => {
      const alike = inspections.filter((each) => each.framework.id === framework.id);
      const over = `${counted(alike.length, 'inspection')} under ${framework.short} that you lead or assure`;
      return { say: agreementMessage(agreementOver(scale, alike), over, true, []) };
    },
  };
};

const asked = (ask: AskOfInspection): Reply => {
  const { inspection } = ask;
  const { framework, rounds } = inspection;
  if (framework.scale.length === 0)
    return tells(`${framework.short} gives no grades, so there is nothing to compare in a round.`);
  if (framework.areas.every(({ kind }) => kind === 'input'))
    return tells(`${framework.short} takes its grades from elsewhere, so there is nothing to compare in a round.`);
  const [first = '', second = ''] = spelt(ask.words).split(/\s+/);
  const close = first.toLowerCase() === 'close';
  const word = close ? second : first;
  if (word === '' || word.toLowerCase() === 'list') return { say: list(ask, Number(second) || 1) };
  if (word.toLowerCase() === 'open') {
    const area = areaByWord(framework, second);
    return opened(ask, area ? { area: area.id } : unknownWord(second));
  }
  if (word.toLowerCase() === 'agreement') return agreement(ask, second.toLowerCase() === 'all');
  if (word.toLowerCase() === 'mine') return { say: movementMessage(inspection, ask.by) };
  if (/^r-?\d+$/i.test(word)) {
    const item = numbered('R', itemNumber(word));
    const round = rounds.get(item);
    if (round) return aboutOne(ask, round, close);
    const gone = inspection.erasedItems.get(item);
    return tells(gone ? `${item} was erased: ${gone.reason}` : `There is no round ${item} here.`);
  }
  const area = areaByWord(framework, word);
  if (!area && !close && leads(ask)) return opened(ask, unknownWord(word));
  if (!area) {
    const words = framework.areas.flatMap((each) => each.words.slice(0, 1)).join(', ');
    return tells(`"${shortened(word, 40)}" is no round and no area. Areas: ${words}.`);
  }
  const open = [...rounds.values()].find((round) => round.area === area.id && !round.closed);
  return open ? aboutOne(ask, open, close) : opened(ask, { area: area.id });
};

const receipt = (ask: AskOfInspection, kept: Receipt): Message => {
  const { inspection } = kept;
  const [event] = kept.events;
  const round = inspection.rounds.get(savedItem(kept));
  if (!round) return says('Saved.');
  const saved = savedAs(round.item);
  if (event?.type === 'RoundOpened') return says(`${saved} · everybody asked is told in private.`);
  if (event?.type === 'RoundClosed')
    return message(paragraph(`${saved} · closed`), ...roundMessage({ ...ask, inspection }, round).parts);
  const { answered: here, of } = answered(inspection, round);
  return says(
    `${saved} · ${here} of ${of} answered. Yours is shown to nobody until the round closes; you can change it until then.`,
  );
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const round = roundOf(ask, about);
  const kept = (command: unknown): Reply => keeps(command, (saved) => receipt(ask, saved));
  if (about.does === 'open') return kept({ type: 'OpenRound', ...fieldsIn(values, 'area', 'shown') });
  if (about.does === 'close') return kept({ type: 'CloseRound', item: about.item });
  const names = round && askAboutNames(ask, values, about, ['reason'], drawRound);
  if (names) return names;
  const grade = one(values, 'grade');
  return kept({
    type: 'AnswerRound',
    item: about.item,
    // Nothing chosen is refused at its field; that somebody cannot say is an answer.
    grade: grade === null ? undefined : grade === cannotSay ? null : grade,
    reason: one(values, 'reason'),
  });
};

/** Whether anything here is graded by the team, so that it can be graded blind. */
const hasRounds = ({ framework }: Inspection): boolean =>
  framework.scale.length > 0 && framework.areas.some(({ kind }) => kind !== 'input');

export const round: InspectionSubcommand = {
  of: 'inspection',
  word: 'round',
  usage: '[area]',
  about:
    'Blind rounds: the lead asks everybody for a grade of an area in private; the answers are shown together once all are in.',
  brief: 'blind grades, shown once all are in',
  offers: [
    { label: 'Open a round', words: 'open', act: 'open a round', only: hasRounds },
    { label: 'Rounds', sealed: true, only: hasRounds },
  ],
  example: '/judge round leadership',
  act: 'read',
  asked,
  form: { draw: drawRound, submitted },
};
