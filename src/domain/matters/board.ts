import { z } from 'zod';
import type { Inspection } from '../inspection.ts';
import { matter, type Of } from '../matter.ts';
import { type Decision, refuse } from '../refusal.ts';

/** Where the one message stands that shows an inspection in its channel, and whether it is pinned there. */

const placeBoard = z.strictObject({ type: z.literal('PlaceBoard'), channel: z.string(), ts: z.string() });
/** Whether that board is pinned, or by what name Slack refused to. */
const notePin = z.strictObject({ type: z.literal('NotePin'), ts: z.string(), refused: z.string().nullable() });
const commands = [placeBoard, notePin] as const;

const boardPlaced = z.strictObject({
  type: z.literal('BoardPlaced'),
  channel: z.string(),
  ts: z.string(),
  /** It stands in the place of one that somebody deleted. */
  again: z.literal(true).optional(),
});
const pinFound = z.strictObject({ type: z.literal('PinFound'), ts: z.string(), refused: z.string().nullable() });
const events = [boardPlaced, pinFound] as const;

const decide = (command: Of<typeof commands>, { board, pin }: Inspection): Decision<Of<typeof events>> => {
  if (command.type === 'PlaceBoard')
    return {
      events: [{ type: 'BoardPlaced', channel: command.channel, ts: command.ts, ...(board && { again: true }) }],
    };
  const { ts, refused } = command;
  const known = board?.ts !== ts || pin?.refused === refused;
  return known ? refuse(null, 'This is known already.') : { events: [{ type: 'PinFound', ts, refused }] };
};

declare module '../inspection.ts' {
  interface Inspection {
    board: { channel: string; ts: string } | null;
    /** That the board is pinned, or by what name Slack last refused to, and the version in which that was kept; null where neither is known. */
    pin: { refused: string | null; version: number } | null;
    /** The version in which a board was placed where another was deleted; null where none was. */
    boardReplaced: number | null;
  }
}

export const boardMatter = matter({
  commands,
  events,
  sealed: false,
  begins: () => ({ board: null, pin: null, boardReplaced: null }),
  decide,
  evolve: {
    BoardPlaced: (inspection, { channel, ts, again }, { version }) => {
      inspection.board = { channel, ts };
      inspection.pin = null;
      if (again) inspection.boardReplaced = version;
    },
    PinFound: (inspection, { refused }, { version }) => {
      inspection.pin = { refused, version };
    },
  },
  moves: 'nothing',
  untold: events.map(({ shape }) => shape.type.value),
});
