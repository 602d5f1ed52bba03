import { randomUUID } from 'node:crypto';

/** Where an answer given later goes: the person and the conversation, and the message that was acted upon. */
export interface ResponsePlace {
  person: string;
  channel: string;
  /** The message acted upon, and whether only that person sees it. */
  original: { ts: string; ephemeral: boolean } | undefined;
}

const uses = 5;
const lifetime = 30 * 60_000;

/** Response URLs as Slack gives them out: five uses within thirty minutes of the given clock. */
export const createResponseUrls = (now: () => Date) => {
  const issued = new Map<string, { place: ResponsePlace; left: number; at: number }>();
  return {
    issue: (origin: string, place: ResponsePlace): string => {
      const path = `/response/${randomUUID()}`;
      issued.set(path, { place, left: uses, at: now().getTime() });
      return `${origin}${path}`;
    },
    use: (path: string): ResponsePlace | 'used_url' | 'expired_url' => {
      const found = issued.get(path);
      if (!found || now().getTime() - found.at > lifetime) return 'expired_url';
      if (found.left === 0) return 'used_url';
      found.left -= 1;
      return found.place;
    },
  };
};

export type ResponseUrls = ReturnType<typeof createResponseUrls>;
