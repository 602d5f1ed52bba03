/*
 * Sample fortnights played before whoever looks on: what plays them gives this, and the page shows it.
 */

/** A sample fortnight that can be played. */
export type Sample = { id: string; title: string; about: string };

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
  /** What happened last, for whoever reads along: a story, or who did what; why it stopped, where it did. */
  words: string;
};

export type Playing = {
  samples: readonly Sample[];
  /** Null where nothing was played since the workspace was opened or started again. */
  played(): Played | null;
  /** Clears the workspace, sets it up for this sample and plays on; resolves when the first step is about to be played. */
  begin(sample: string, speed: Speed): Promise<void>;
  /** Resolves when the step under way is done. */
  pause(): Promise<void>;
  resume(): void;
  setSpeed(speed: Speed): void;
  /** Ends the playing where it is; the workspace stays as it is, for people to act in. */
  takeOver(): Promise<void>;
  /** Ends the playing and clears the workspace for free practice. */
  startAgain(): Promise<void>;
  /** Tells of every change of `played`. Gives what ends it. */
  onChange(listener: () => void): () => void;
  /** Ends the playing, before the session closes. */
  close(): Promise<void>;
};
