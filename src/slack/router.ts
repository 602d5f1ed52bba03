import type {
  Ask,
  AskOfInspection,
  InspectionSubcommand,
  Reply,
  WorkspaceSubcommand,
  Written,
} from '../../commands/contract.ts';
import {
  type CommandLine,
  helpAfter,
  keptNoMore,
  noSuchWord,
  onlyLooked,
  onPage,
  understood,
} from '../../commands/index.ts';
import type { Inspection } from '../domain/inspection.ts';
import { onlyFor, onlyForItsTeam } from '../domain/only-for.ts';
import type { Person } from '../domain/people.ts';
import { may } from '../domain/roles.ts';
import { memberOf, roleOf } from '../domain/standing.ts';
import { Damaged } from '../inspections.ts';
import { askToBeAdded } from '../words/coming-in.ts';
import { type Button, type Message, says } from '../words/message.ts';
import { noneHere, noneRunning, whichOne } from '../words/which.ts';
import type { Shell } from './shell.ts';

/** Who asks, where and when, before anything is known of an inspection. */
export type Asker = { by: Person; channel: string; at: string };

/** What is to be done about an ask, and the inspection it is about. */
export type Routed = { reply: Reply; inspection: string | null };

/** Asks a command of the inspection that is meant; `among` are those that may be meant, where they are several. */
type Asks = (ask: AskOfInspection, among: readonly Inspection[]) => Reply;

/** As much of a line as is needed once its command is known. */
type Words = Pick<CommandLine, 'text' | 'words' | 'kept'>;

const said = (say: Message): Routed => ({ reply: { say }, inspection: null });

/** Finds what an ask is about and what its command says to it. */
export const router = ({ inspections, frameworks, holidays, directory, timeZone, chance, kept, fault }: Shell) => {
  const ask = ({ by, channel, at }: Asker, words: string): Ask => ({
    by,
    at,
    timeZone,
    channel,
    words,
    frameworks,
    holidays,
    chance: chance(4),
  });

  /** The ask as its command sees it, or the refusal for somebody without a role that allows it. */
  const ofInspection = async (
    asker: Asker,
    words: string,
    inspection: Inspection,
    { act, showsHead }: Pick<InspectionSubcommand, 'act' | 'showsHead'>,
  ): Promise<AskOfInspection | { refused: string }> => {
    const member = memberOf(inspection, asker.by);
    if (!member) return { refused: onlyForItsTeam(inspection) };
    if (!may(member.role, act)) return { refused: onlyFor(inspection, act) };
    const [found, head] = await Promise.all([
      inspections.restrictedFor(inspection.id, member),
      showsHead ? inspections.headToShow(inspection.id) : inspections.head(inspection.id),
    ]);
    const [restricted, restrictedClosed] = found instanceof Damaged ? [null, found.reason] : [found, null];
    return { ...ask(asker, words), inspection, member, restricted, restrictedClosed, head };
  };

  /** The words of a line; null where they were kept, and are no more. */
  const wordsOf = async ({ by }: Asker, { words, kept: where }: Words): Promise<string | null> => {
    if (!where) return words;
    const text = await kept.take(by, where.key);
    return text?.trim().replace(new RegExp(`^(?:\\S+\\s*){${where.instead}}`), '') ?? null;
  };

  /** Where somebody is in the team's own channel and could be on the team, they can ask to be. Nobody else is offered that. */
  const besideRefusal = async ({ by, channel }: Asker, inspection: Inspection): Promise<Button[]> => {
    const { channel: own, troubles, sealed } = inspection;
    if (own.id !== channel || sealed || troubles.size > 0 || memberOf(inspection, by)) return [];
    const isFull = await directory.person(by.user).then(
      ({ fullMember }) => fullMember,
      (error: unknown) => void fault(error),
    );
    return isFull ? [askToBeAdded] : [];
  };

  const aboutOne = async (
    asker: Asker,
    line: Words,
    subcommand: InspectionSubcommand,
    inspection: Inspection,
    asks: (ask: AskOfInspection) => Reply,
  ): Promise<Routed> => {
    const words = await wordsOf(asker, line);
    if (words === null) return said(keptNoMore(subcommand.word));
    const full = await ofInspection(asker, words, inspection, subcommand);
    const reply =
      'refused' in full
        ? { refusals: [{ field: null, words: full.refused }], beside: await besideRefusal(asker, inspection) }
        : asks(full);
    return { reply, inspection: inspection.id };
  };

  /**
   * The inspection that is meant is this channel's, else the asker's only running one. Of several the command's form asks, among
   * those where the asker's role allows it; where it does not, the asker is asked first. `none` is said to somebody who is on
   * the team of none.
   */
  const aboutWhichIsMeant = async (
    asker: Asker,
    line: Words,
    subcommand: InspectionSubcommand,
    none: Message,
    asks: Asks,
  ): Promise<Routed> => {
    const { by, channel } = asker;
    const about = (inspection: Inspection, among: readonly Inspection[]) =>
      aboutOne(asker, line, subcommand, inspection, (ask) => asks(ask, among));
    const here = await inspections.inChannel({ team: by.team, id: channel });
    if (here) return about(here, []);
    const running = await inspections.runningFor(by);
    const [only] = running;
    if (!only) return said(none);
    if (running.length === 1) return about(only, []);
    if (!subcommand.askedAmong) return said(whichOne(running, line.text));
    const { act } = subcommand;
    const open = running.filter((inspection) => may(roleOf(inspection, by), act));
    const [first] = open;
    if (!first) return said(says(onlyFor(only, act)));
    return about(first, open.length > 1 ? open : []);
  };

  const ofWorkspace = async (asker: Asker, words: string, subcommand: WorkspaceSubcommand): Promise<Routed> => {
    if (!subcommand.form && !subcommand.looksAround) {
      const channel = { id: asker.channel, private: true, shared: false, archived: false, appIsIn: true };
      return { reply: subcommand.asked(ask(asker, words), null, channel, null), inspection: null };
    }
    const [here, channel, person] = await Promise.all([
      inspections.inChannel({ team: asker.by.team, id: asker.channel }),
      directory.channel(asker.channel),
      subcommand.looksAround ? directory.person(asker.by.user) : null,
    ]);
    const reply = subcommand.asked(ask(asker, words), here, channel, person);
    return { reply, inspection: 'tell' in reply && here ? here.id : null };
  };

  const askedBy =
    ({ asked, askedAmong }: InspectionSubcommand): Asks =>
    (ask, among) =>
      askedAmong && among.length > 0 ? askedAmong(ask, among) : asked(ask);

  /** A text that begins with no word of ours. */
  const anything = async (asker: Asker, text: string): Promise<Routed> => {
    const { by, channel } = asker;
    const here = await inspections.inChannel({ team: by.team, id: channel });
    const among = here ? [here] : await inspections.runningFor(by);
    const { taken, evidence } = understood(text, among);
    if (evidence) return asked(asker, evidence, null);
    const records = among.some((each) => !each.sealed && may(roleOf(each, by), 'record evidence'));
    const where = { isAny: among.length > 0, records };
    return said(noSuchWord(taken, text, await kept.keep(by, text), where));
  };

  /** What somebody typed after /judge, or what a button of ours does; `id` is the inspection that the button is about. */
  const asked = async (asker: Asker, line: CommandLine, id: string | null): Promise<Routed> => {
    const { text, subcommand, words, looks, item } = line;
    if (!subcommand) return anything(asker, text);
    const help = helpAfter(subcommand, words);
    if (help) return said(help);
    if (subcommand.of === 'workspace') return ofWorkspace(asker, (await wordsOf(asker, line)) ?? '', subcommand);
    const bare = askedBy(subcommand);
    const asks: Asks = item ? (ask, among) => onPage(ask, item, bare(ask, among)) : bare;
    const so: Asks = looks ? (ask, among) => onlyLooked((each) => asks(each, among), ask) : asks;
    if (id !== null) return aboutOne(asker, line, subcommand, await inspections.of(id), (ask) => so(ask, []));
    return aboutWhichIsMeant(asker, line, subcommand, noneHere(line.kept ? '' : text), so);
  };

  /** What a shortcut asks of its command, out of a message or out of none. */
  const shortcut = (asker: Asker, subcommand: InspectionSubcommand, message: Written | null): Promise<Routed> => {
    const { shortcuts } = subcommand;
    const asks: Asks =
      message && shortcuts ? (ask, among) => shortcuts.askedOf(ask, message, among) : askedBy(subcommand);
    return aboutWhichIsMeant(asker, { text: '', words: '' }, subcommand, noneRunning, asks);
  };

  return { ask, ofInspection, asked, shortcut };
};

export type Router = ReturnType<typeof router>;
