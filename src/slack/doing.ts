import type { Reply, ToKeep } from '../../commands/contract.ts';
import type { Context, Inspections, Recorded, RecordedRestricted, Refused } from '../inspections.ts';
import type { Board } from './board.ts';
import { goingOnAbout } from './going-on.ts';
import type { Poster } from './posting.ts';
import type { Surface, Where } from './surface.ts';
import type { Watch } from './watch.ts';

type Given = { inspections: Inspections; board: Board; poster: Poster; watch: Watch; fault: (error: unknown) => void };

/** Carries out replies. Nobody else does. */
export const doing = ({ inspections, board, poster, watch, fault }: Given) => {
  const keep = (
    { in: where, command }: ToKeep,
    inspection: string | null,
    context: Context,
  ): Promise<Recorded | RecordedRestricted | Refused> => {
    if (where === 'start') return inspections.start(command, context);
    if (inspection === null) throw new Error('There is no inspection to keep this in');
    if (where === 'restricted') return inspections.recordRestricted(inspection, command, context);
    return inspections.record(inspection, command, context);
  };

  /** What follows from what was kept, after the receipt: nobody waits for it. */
  const follow = async (kind: ToKeep['in'], { inspection, again }: Recorded | RecordedRestricted): Promise<void> => {
    if (kind === 'restricted' || again) return;
    if (kind === 'start') await watch.tellOfStrangers(inspection).catch(fault);
    board.changed(inspection.id);
  };

  const carryOut = async (reply: Reply, surface: Surface, where: Where, context: Context): Promise<void> => {
    if ('say' in reply) return surface.say(goingOnAbout(where.inspection, reply.say));
    if ('open' in reply) return surface.open(reply.open, where);
    if ('refusals' in reply) return surface.refuse(reply.refusals);
    if ('recall' in reply) {
      const earlier = await inspections.at(where.inspection ?? '', reply.recall);
      return carryOut(reply.answer(earlier), surface, where, context);
    }
    if ('post' in reply)
      return surface.say(await poster.post(reply.post, reply.posting, where.inspection ?? '', context));
    const kept = await keep(reply.keep, where.inspection, context);
    if ('refusals' in kept) {
      return surface.form
        ? surface.refuse(kept.refusals)
        : carryOut(reply.refused(kept.refusals), surface, where, context);
    }
    const { entry, events, inspection } = kept;
    const { version, recordedAt: at } = entry.header;
    const receipt = reply.receipt({ hash: entry.hash, version, at, events, inspection });
    await surface.receipt(goingOnAbout(inspection.id, receipt), reply.another, { ...where, inspection: inspection.id });
    await follow(reply.keep.in, kept);
  };

  return { carryOut };
};

export type Doing = ReturnType<typeof doing>;
