import { z } from 'zod';
import { alter, type Withdrawn } from '../changing.ts';
import { correcting } from '../correcting.ts';
import type { Inspection } from '../inspection.ts';
import { nextItem } from '../items.ts';
import { matter, type Of } from '../matter.ts';
import { dayIn } from '../moments.ts';
import type { By, Person } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { gistOf, likeness } from '../text/likeness.ts';
import { typed, typedOrNothing } from '../text/typed.ts';

/*
 * What the team asks of the authority: by whom, by when, and whether it came. One log for the whole team, so that nothing
 * is asked for twice without anybody meaning to. Requests go on after sign-off.
 */

export const requestKinds = ['child-level-data', 'performance', 'case-record', 'document', 'meeting', 'other'] as const;
export type RequestKind = (typeof requestKinds)[number];
export const requestKindLabels: Record<RequestKind, string> = {
  'child-level-data': '{Child-level data (a list)}',
  performance: 'Performance information',
  'case-record': '{Case} records or audits',
  document: 'Documents, policies or minutes',
  meeting: 'A meeting with somebody, or a visit',
  other: 'Something else',
};

const requestFields = {
  what: typed('Say what is asked for.'),
  kind: z.enum(requestKinds, 'Choose what kind of thing it is.'),
  askedOf: typedOrNothing,
  due: z.iso.date('Give the day by which it is needed.'),
};
const makeRequest = z.strictObject({
  type: z.literal('MakeRequest'),
  ...requestFields,
  /** True where what is much the same was pointed out, and it is to be sent all the same. */
  anyway: z.boolean(),
});
const receiveRequest = z.strictObject({
  type: z.literal('ReceiveRequest'),
  item: z.string(),
  receivedOn: z.iso.date('Give the day on which it came.'),
  note: typedOrNothing,
});
const withdrawRequest = z.strictObject({
  type: z.literal('WithdrawRequest'),
  item: z.string(),
  reason: typed('Say why it is no longer needed.'),
});
const commands = [makeRequest, receiveRequest, withdrawRequest] as const;

const item = z.string();
const requestMade = z.strictObject({
  type: z.literal('RequestMade'),
  item,
  what: z.string(),
  kind: z.enum(requestKinds),
  askedOf: z.string().nullable(),
  due: z.iso.date(),
});
const requestReceived = z.strictObject({
  type: z.literal('RequestReceived'),
  item,
  receivedOn: z.iso.date(),
  note: z.string().nullable(),
});
const requestWithdrawn = z.strictObject({ type: z.literal('RequestWithdrawn'), item, reason: z.string() });
const events = [requestMade, requestReceived, requestWithdrawn] as const;

export type Request = Omit<z.infer<typeof requestMade>, 'type'> & {
  by: Person;
  askedAt: string;
  received: { on: string; note: string | null } | null;
  withdrawn: Withdrawn | null;
};

const isOpen = ({ received, withdrawn }: Request): boolean => received === null && withdrawn === null;

/** What is still to come, the soonest due first. */
export const openRequests = ({ requests }: Inspection): Request[] =>
  [...requests.values()].filter(isOpen).sort((one, other) => one.due.localeCompare(other.due));

/** Words in common from which on two requests look alike; fewer where they are of one kind that says something. */
const alikeFrom = (kind: RequestKind, other: RequestKind): number => (kind === other && kind !== 'other' ? 0.4 : 0.6);

const gists = new WeakMap<Request, ReturnType<typeof gistOf>>();
const gistOfRequest = (request: Request) => {
  const gist = gists.get(request) ?? gistOf(request.what);
  gists.set(request, gist);
  return gist;
};

/** What was asked for already, and came or is still to come, that looks much the same. Those most alike first. */
export const alikeRequests = ({ requests }: Inspection, what: string, kind: RequestKind): Request[] => {
  const wanted = gistOf(what);
  return [...requests.values()]
    .filter(({ withdrawn }) => withdrawn === null)
    .map((request) => ({ request, like: likeness(wanted, gistOfRequest(request)) }))
    .filter(({ request, like }) => like >= alikeFrom(kind, request.kind))
    .sort((one, other) => other.like - one.like)
    .map(({ request }) => request);
};

type Asked = Pick<z.infer<typeof makeRequest>, 'what' | 'kind' | 'askedOf' | 'due'>;

/** What is said of a request as an item of this number, or what is wrong with it. A day that stays may be over by now. */
const readRequest = (
  { what, kind, askedOf, due }: Asked,
  item: string,
  inspection: Inspection,
  by: By,
): Decision<z.infer<typeof requestMade>> => {
  const over = due < dayIn(inspection, by.at) && due !== inspection.requests.get(item)?.due;
  if (over) return refuse('due', 'This day is over. Give the day by which it is needed.');
  return { events: [{ type: 'RequestMade', item, what, kind, askedOf, due }] };
};

const decide = (command: Of<typeof commands>, inspection: Inspection, by: By): Decision<Of<typeof events>> => {
  const today = dayIn(inspection, by.at);
  if (command.type === 'MakeRequest') {
    const read = readRequest(command, nextItem(inspection.items, 'Q'), inspection, by);
    const [alike] = command.anyway ? [] : alikeRequests(inspection, command.what, command.kind);
    if ('refusals' in read || !alike) return read;
    return refuse('what', `${alike.item} asks for much the same. Say whether to send it all the same.`);
  }
  const request = inspection.requests.get(command.item);
  if (!request) return refuse(null, `There is no ${command.item} here.`);
  if (request.withdrawn) return refuse(null, `${command.item} was taken back: ${request.withdrawn.reason}`);
  if (request.received) return refuse(null, `${command.item} was received already, on ${request.received.on}.`);
  switch (command.type) {
    case 'ReceiveRequest': {
      const { type: _, ...received } = command;
      if (received.receivedOn > today)
        return refuse('receivedOn', 'This day is to come. Give the day on which it came.');
      if (received.receivedOn < dayIn(inspection, request.askedAt))
        return refuse('receivedOn', 'This is before it was asked for. Give the day on which it came.');
      return { events: [{ type: 'RequestReceived', ...received }] };
    }
    case 'WithdrawRequest':
      return { events: [{ type: 'RequestWithdrawn', item: command.item, reason: command.reason }] };
  }
};

export const requestCorrection = correcting({
  of: 'request',
  fields: requestFields,
  event: requestMade,
  read: readRequest,
  reword: ({ requests }, { type: _, ...asked }) => alter(requests, asked.item, asked),
});

declare module '../inspection.ts' {
  interface Inspection {
    requests: Map<string, Request>;
  }
}

export const requestMatter = matter({
  commands,
  events,
  act: 'ask the {authority} for something',
  sealed: false,
  begins: () => ({ requests: new Map() }),
  decide,
  evolve: {
    RequestMade: ({ requests }, { type: _, ...asked }, { person: by, at }) =>
      void requests.set(asked.item, { ...asked, by, askedAt: at, received: null, withdrawn: null }),
    RequestReceived: ({ requests }, { item, receivedOn: on, note }) =>
      alter(requests, item, { received: { on, note } }),
    RequestWithdrawn: ({ requests }, { item, reason }, { person: by, at }) =>
      alter(requests, item, { withdrawn: { reason, by, at } }),
  },
  moves: 'nothing',
});
