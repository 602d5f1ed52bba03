import { newTriggerId } from './identity.ts';

/** What a trigger stands for: the person who acted, where, and the view they acted in. */
export interface Trigger {
  person: string;
  channel: string | undefined;
  view: string | undefined;
}

const lifetime = 3000;

/** Triggers as Slack gives them out: good for one use within three seconds of the given clock. */
export const createTriggers = (now: () => Date) => {
  const issued = new Map<string, Trigger & { at: number; used: boolean; opened: string | undefined }>();
  return {
    issue: (trigger: Trigger): string => {
      const at = now();
      const id = newTriggerId(at);
      issued.set(id, { ...trigger, at: at.getTime(), used: false, opened: undefined });
      return id;
    },
    /** Takes a trigger's one use. Gives what it stood for, or Slack's error. */
    use: (id: string): Trigger | 'invalid_trigger_id' | 'exchanged_trigger_id' | 'expired_trigger_id' => {
      const trigger = issued.get(id);
      if (!trigger) return 'invalid_trigger_id';
      if (trigger.used) return 'exchanged_trigger_id';
      if (now().getTime() - trigger.at > lifetime) return 'expired_trigger_id';
      trigger.used = true;
      return trigger;
    },
    /** Notes which view was opened with a trigger. */
    opened: (id: string, view: string): void => {
      const trigger = issued.get(id);
      if (trigger) trigger.opened = view;
    },
    viewOpenedWith: (id: string): string | undefined => issued.get(id)?.opened,
  };
};

export type Triggers = ReturnType<typeof createTriggers>;
