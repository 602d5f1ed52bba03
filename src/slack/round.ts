import type { Inspection } from '../domain/inspection.ts';
import { roundsToShow } from '../domain/matters/round-answers.ts';
import type { Shell } from './shell.ts';
import { ticking } from './ticking.ts';

/**
 * Shows blind rounds once nobody is waited for: at once after what was kept, and each minute what a restart or a fault left
 * over. The history says which, and takes each showing once.
 */
export const roundsInTime = (
  { inspections, app, now, inHand, fault }: Shell,
  /** Told of every inspection in which a round was shown. */
  shown: (inspection: Inspection) => void,
) => {
  const show = async (inspection: Inspection): Promise<void> => {
    for (const item of roundsToShow(inspection)) {
      const context = { person: app, at: now(), request: `show ${item}` };
      const kept = await inspections.record(inspection.id, { type: 'ShowRound', item }, context);
      if (!('refusals' in kept)) shown(kept.inspection);
    }
  };

  /** Something was kept in this inspection. A fault keeps nobody from their answer; the next minute tries again. */
  const changed = (inspection: Inspection): Promise<void> =>
    show(inspection).catch((error: unknown) => void fault(error));

  const all = async (): Promise<void> => inHand.each(await inspections.running(), changed);

  return { changed, tick: ticking(all, inHand, fault) };
};

export type RoundsInTime = ReturnType<typeof roundsInTime>;
