import type { Replicas } from '../inspections.ts';

/** Nothing was sent: another replica does it, or will. It is no fault, and nobody is told. */
export class OffDuty extends Error {
  override name = 'OffDuty';
}

/** Lets a replica send what clocks and records ask for while it is on duty, and tells the one that is of what was kept here. */
export const dutyOf = (replicas: Replicas) => ({
  isHere: replicas.isOnDuty,
  /** @throws OffDuty where this replica is not the one, or is not any more: right before each sending */
  confirm: async (): Promise<void> => {
    if (!(await replicas.onDuty())) throw new OffDuty('Another replica is on duty');
  },
  /** The same act, done here while this replica is on duty, else by the one that is. */
  doneThere:
    (act: (id: string) => unknown) =>
    async (id: string): Promise<void> => {
      if (replicas.isOnDuty()) await act(id);
      else replicas.changed(id);
    },
});

export type Duty = ReturnType<typeof dutyOf>;
