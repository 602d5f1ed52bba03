/** What the store did of itself and someone should hear of. It goes to the log: names and numbers, never a text. */
export type Happening =
  /** The last line was never written to its end, so it was never acknowledged: it is cut off. */
  | { event: 'torn-tail-dropped'; inspection: string; bytes: number }
  /** A history is closed by name, for that reason; the others go on. */
  | { event: 'closed'; inspection: string; reason: string }
  /** An erasure or an import was cut short before this start: the file it was writing is gone, and it is to be asked for again. */
  | { event: 'unfinished-file-removed'; inspection: string }
  /** Where a record stands could not be kept beside it: it is tried again before its head leaves the app. */
  | { event: 'head-not-kept'; inspection: string; code: string }
  /** The database did not answer, and nobody knows whether what was sent is kept: it is looked up before anybody is told. */
  | { event: 'outcome-unknown'; inspection: string; code: string }
  /** A connection to the database ended: another is opened. */
  | { event: 'connection-lost'; code: string }
  /** This replica does from here on what clocks and records ask for, or another does. */
  | { event: 'on-duty' }
  | { event: 'off-duty' }
  /** The process that owned the folder had ended without letting go of it. */
  | { event: 'owner-replaced'; pid: number; host: string }
  /** The folder has a claim of which it can't be told whether its owner lives, so it is watched whether that renews it. */
  | { event: 'owner-watched'; pid: number; host: string; seconds: number }
  /** This process does not own the folder any more: it saves nothing from here on, and is to end. */
  | { event: 'owner-lost'; why: string }
  /** The last lines of a history were written by an owner that had been replaced, and never acknowledged: they stand in that file. */
  | { event: 'set-aside'; inspection: string; file: string; bytes: number };

export type Report = (happening: Happening) => void;
