/** What the store did of itself and someone should hear of. It goes to the log: names and numbers, never a text. */
export type Happening =
  /** The last line was never written to its end, so it was never acknowledged: it is cut off. */
  | { event: 'torn-tail-dropped'; inspection: string; bytes: number }
  /** The same, seen by a reader that owns nothing: left alone, since it may be a line that is being written. */
  | { event: 'torn-tail-seen'; inspection: string; bytes: number }
  /** A history is closed by name, for that reason; the others go on. */
  | { event: 'closed'; inspection: string; reason: string }
  /** An erasure was cut short before this start: the file it was writing is gone, and the entry is to be erased again. */
  | { event: 'unfinished-erasure-removed'; inspection: string }
  /** The process that owned the folder had ended without letting go of it. */
  | { event: 'owner-replaced'; pid: number; host: string };

export type Report = (happening: Happening) => void;
