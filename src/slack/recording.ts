import type { AskOfInspection, Reply } from '../../commands/contract.ts';
import type { About } from '../../commands/form.ts';
import { whichCarried } from '../../commands/forms/evidence/head.ts';
import type { Inspection } from '../domain/inspection.ts';
import { may, onlyFor } from '../domain/roles.ts';
import { roleOf } from '../domain/standing.ts';
import type { Inspections } from '../inspections.ts';
import { type Message, says } from '../words/message.ts';
import type { Asked, Asking } from './asking.ts';

const act = 'record evidence';

/** What is asked of the evidence command, once an inspection is found; `which` where the form is to ask for it. */
export type Recording = (ask: AskOfInspection, which: About) => Reply;

type Given = {
  inspections: Inspections;
  ofInspection: (
    asking: Asking,
    words: string,
    inspection: Inspection,
    act: 'record evidence',
  ) => Promise<AskOfInspection | { refused: string }>;
};

/**
 * Recording from anywhere: in an inspection's channel it is that one, elsewhere the asker's only running one in which they
 * record; of several the form asks. `none` is said to somebody who is on the team of none.
 */
export const recordingFrom =
  ({ inspections, ofInspection }: Given) =>
  async (asking: Asking, words: string, none: Message, recording: Recording): Promise<Asked> => {
    const { by, channel } = asking;
    const about = async (inspection: Inspection, which: About): Promise<Asked> => {
      const full = await ofInspection(asking, words, inspection, act);
      const reply = 'refused' in full ? { say: says(full.refused) } : recording(full, which);
      return { reply, inspection: inspection.id };
    };
    const here = await inspections.inChannel({ team: by.team, id: channel });
    if (here) return about(here, {});
    const running = await inspections.runningFor(by);
    const open = running.filter((inspection) => may(roleOf(inspection, by), act));
    const [first] = open;
    if (first) return about(first, whichCarried(open));
    return { reply: { say: running.length > 0 ? says(onlyFor(act)) : none }, inspection: null };
  };
