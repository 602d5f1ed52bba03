import type { Ask, AskOfInspection, Reply, Subcommand } from '../../commands/contract.ts';
import { evidence, evidenceAsked, evidenceFromMessage, type Written } from '../../commands/evidence.ts';
import { helpAfter, helpMessage } from '../../commands/help.ts';
import { chapters, subcommandIn } from '../../commands/index.ts';
import type { Framework } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import type { Person } from '../domain/people.ts';
import { may, onlyFor } from '../domain/roles.ts';
import { memberOf } from '../domain/standing.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import type { Inspections } from '../inspections.ts';
import { says } from '../words/message.ts';
import { noneHere, noneRunning, whichOne } from '../words/which.ts';
import type { Directory } from './directory.ts';
import { namedIn } from './going-on.ts';
import { recordingFrom } from './recording.ts';

/** Who asks, where and when, before anything is known of an inspection. */
export type Asking = { by: Person; channel: string; at: string };

/** What is to be done about an ask, and the inspection it is about. */
export type Asked = { reply: Reply; inspection: string | null };

type Given = {
  inspections: Inspections;
  frameworks: readonly Framework[];
  holidays: BankHolidays;
  directory: Directory;
  timeZone: string;
  chance: (bytes: number) => Uint8Array;
};

/** Finds what an ask is about and what its command says to it. */
export const asking = ({ inspections, frameworks, holidays, directory, timeZone, chance }: Given) => {
  const ask = ({ by, channel, at }: Asking, words: string): Ask => ({
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
    asking: Asking,
    words: string,
    inspection: Inspection,
    act: Parameters<typeof may>[1],
  ): Promise<AskOfInspection | { refused: string }> => {
    const member = memberOf(inspection, asking.by);
    if (!member) return { refused: onlyFor('read') };
    if (!may(member.role, act)) return { refused: onlyFor(act) };
    const reads = may(member.role, 'read restricted evidence');
    const [restricted, head] = await Promise.all([
      reads ? inspections.restrictedOf(inspection.id) : null,
      inspections.head(inspection.id),
    ]);
    return { ...ask(asking, words), inspection, member, restricted, head };
  };

  /** The inspection an ask means: this channel's, else the asker's only running one, else a reply that asks. */
  const meant = async ({ by, channel }: Asking, text: string): Promise<Inspection | { reply: Reply }> => {
    const here = await inspections.inChannel({ team: by.team, id: channel });
    if (here) return here;
    const running = await inspections.runningFor(by);
    const [only] = running;
    if (!only) return { reply: { say: noneHere } };
    return running.length === 1 ? only : { reply: { say: whichOne(running, text) } };
  };

  const workspaceWord = async (
    asking: Asking,
    subcommand: Extract<Subcommand, { of: 'workspace' }>,
    words: string,
  ): Promise<Asked> => {
    if (!subcommand.form) {
      const channel = { id: asking.channel, private: true, shared: false, archived: false, appIsIn: true };
      return { reply: subcommand.asked(ask(asking, words), null, channel), inspection: null };
    }
    const [here, channel] = await Promise.all([
      inspections.inChannel({ team: asking.by.team, id: asking.channel }),
      directory.channel(asking.channel),
    ]);
    return { reply: subcommand.asked(ask(asking, words), here, channel), inspection: null };
  };

  const record = recordingFrom({ inspections, ofInspection });

  const asked = async (asking: Asking, text: string, id: string | null): Promise<Asked> => {
    const { subcommand, words } = subcommandIn(text);
    if (!subcommand) return { reply: { say: helpMessage(chapters, text) }, inspection: null };
    if (subcommand.of === 'workspace') return workspaceWord(asking, subcommand, words);
    if (subcommand === evidence && !id) return record(asking, words, noneHere, evidenceAsked);
    const inspection = id ? await inspections.of(id) : await meant(asking, text);
    if ('reply' in inspection) return { reply: inspection.reply, inspection: null };
    const full = await ofInspection(asking, words, inspection, subcommand.act);
    if ('refused' in full) return { reply: { say: says(full.refused) }, inspection: inspection.id };
    return { reply: subcommand.asked(full), inspection: inspection.id };
  };

  /** What somebody typed after /judge. */
  const typed = async (asking: Asking, text: string): Promise<Asked> => {
    const { subcommand, words } = subcommandIn(text);
    const about = subcommand && helpAfter(subcommand, words);
    return about ? { reply: { say: about }, inspection: null } : asked(asking, text, null);
  };

  /** What a button of ours does, which may name the inspection it is about. */
  const pressed = (asking: Asking, does: string): Promise<Asked> => {
    const { id, rest } = namedIn(does);
    return asked(asking, rest, id);
  };

  /** Recording evidence by a shortcut, out of a message or out of none. */
  const shortcut = (asking: Asking, written: Written | null): Promise<Asked> =>
    record(asking, '', noneRunning, (ask, which) =>
      written ? evidenceFromMessage(ask, written, which) : evidenceAsked(ask, which),
    );

  return { ask, ofInspection, typed, pressed, shortcut };
};

/** The word of a command that a text begins with, or "unknown": never what somebody typed. */
export const wordIn = (text: string): string => subcommandIn(namedIn(text).rest).subcommand?.word ?? 'unknown';

export type AskingRoom = ReturnType<typeof asking>;
