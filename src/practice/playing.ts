/* Sample fortnights played before whoever looks on, as the page shows it. */

/** A sample fortnight that can be played. */
export type Sample = {
  id: string;
  title: string;
  about: string;
  /** Whether one may step into the middle of it. */
  stepInto: boolean;
};

/** How fast: the milliseconds between two steps. */
export const speeds = { slowly: 4000, briskly: 1000, quickly: 200, 'at once': 0 } as const;
export type Speed = keyof typeof speeds;

/** How far a sample fortnight is. */
export type Played = {
  sample: Sample;
  /** While it plays or is paused, nobody else acts: taken over, it goes on as whoever sits there likes. */
  stands: 'playing' | 'paused' | 'taken over' | 'over' | 'stopped';
  speed: Speed;
  done: number;
  of: number;
  /** Who acts, and the channel in which they do; empty before anybody did. */
  who: string;
  at: string;
  /** What happened last, for whoever reads along: a story, or who did what; why it stopped, where it did. */
  words: string;
};
