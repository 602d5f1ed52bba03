import { shortDay } from '../domain/day-words.ts';
import { inWordsOf } from '../domain/field.ts';
import type { Inspection } from '../domain/inspection.ts';
import { openRequests, type Request, requestKindLabels } from '../domain/matters/request.ts';
import { dayIn } from '../domain/moments.ts';
import { nameOfPerson } from '../domain/standing.ts';
import { correctedMark } from './correction.ts';
import { firstFitting, within } from './fitting.ts';
import { type Line, lineIf, type Message, message, type Part, paragraph } from './message.ts';
import { dueSeenFrom, momentOf, momentSeenFrom } from './times.ts';

/** How requests to the authority are put, and the list that its coordinator is sent. */

/** "due today", or what became of it. */
const requestStanding = ({ received, withdrawn, due }: Request, today: string): string => {
  if (received) return `received on ${shortDay(received.on)}`;
  return withdrawn ? 'taken back' : dueSeenFrom(due, today);
};

/** One in full, for somebody of the team who asks. */
export const requestParts = (inspection: Inspection, request: Request, at: string): Part[] => {
  const { item, by, askedAt, kind, askedOf, received, withdrawn } = request;
  const standing = requestStanding(request, dayIn(inspection, at));
  const asked = `asked ${momentSeenFrom(inspection, askedAt, at)} by ${nameOfPerson(inspection, by)}`;
  const after = [
    received?.note ? `When it came: ${received.note}` : '',
    withdrawn ? `Taken back by ${nameOfPerson(inspection, withdrawn.by)}: ${withdrawn.reason}` : '',
  ].filter(Boolean);
  return [
    paragraph(
      { strong: `Request ${item}` },
      ` · ${asked}${askedOf ? ` of ${askedOf}` : ''} · ${standing}${correctedMark(inspection, item)}`,
      kind === 'other' ? '' : ` · ${inWordsOf(inspection, requestKindLabels[kind]).toLowerCase()}`,
    ),
    { quote: request.what },
    { list: after.map((words): Line => [words]) },
  ];
};

/** One in a list of answers. */
export const requestLine = (inspection: Inspection, request: Request, at: string, most: number): Line => [
  { strong: request.item },
  ` · ${inWordsOf(inspection, 'request to the {authority}')} · ${requestStanding(request, dayIn(inspection, at))}${correctedMark(inspection, request.item)} — ${within(request.what, most)}`,
];

/** "Q-003 Annex A list 6 (Chi Lam, due today)": one that looks much the same. */
export const alikeLine = (inspection: Inspection, request: Request, at: string): Line => [
  { strong: request.item },
  ` ${within(request.what, 120)} (asked by ${nameOfPerson(inspection, request.by)}, ${requestStanding(request, dayIn(inspection, at))})`,
];

/** So many on one page of the list. */
export const perPage = 20;

/** How much of each request a page shows, the most that fits. */
const mostWords: [number, ...number[]] = [600, 160, 100, 60];

/** A request as the coordinator reads it: plain text, and nothing that only the team knows. */
const plainLine = (
  inspection: Inspection,
  { item, what, by, askedAt, askedOf, due }: Request,
  most: number,
): string => {
  const corrected = inspection.corrections.get(item);
  const asked = `asked by ${nameOfPerson(inspection, by)} on ${shortDay(dayIn(inspection, askedAt))}`;
  return `${item}  ${within(what, most)} (${askedOf ? `from ${askedOf}; ` : ''}${asked}; needed by ${shortDay(due)}${corrected ? `; corrected on ${shortDay(dayIn(inspection, corrected.at))}` : ''})`;
};

/** Overdue first, then what is still to come, then what came today. */
const groups = (inspection: Inspection, today: string): { title: string; requests: Request[] }[] => {
  const open = openRequests(inspection);
  const came = [...inspection.requests.values()].filter(({ received }) => received?.on === today);
  return [
    { title: 'Overdue', requests: open.filter(({ due }) => due < today) },
    { title: 'Needed today', requests: open.filter(({ due }) => due === today) },
    { title: 'Still to come', requests: open.filter(({ due }) => due > today) },
    { title: 'Received today, with thanks', requests: came },
  ];
};

/** The daily list for the authority's coordinator, fit to copy into an e-mail; a long one goes over several pages. */
export const coordinatorList = (inspection: Inspection, at: string, page: number): Message => {
  const all = groups(inspection, dayIn(inspection, at)).flatMap(({ title, requests }) =>
    requests.map((request) => ({ title, request })),
  );
  const shown = all.slice((page - 1) * perPage, page * perPage);
  const more = all.length - page * perPage;
  return firstFitting(mostWords, (most) =>
    message(
      paragraph(`${inspection.authority}: requests of the inspection team, ${momentOf(inspection, at)}`),
      ...groups(inspection, dayIn(inspection, at)).flatMap(({ title }): Part[] => {
        const those = shown.filter((each) => each.title === title);
        if (those.length === 0) return [];
        return [{ lines: [[title], ...those.map(({ request }): Line => [plainLine(inspection, request, most)])] }];
      }),
      { lines: lineIf(all.length === 0, 'Nothing is asked for at present.') },
      {
        buttons: [
          ...(more > 0 ? [{ label: `The other ${more}`, does: `request list ${page + 1}` }] : []),
          { label: 'Follow up', does: 'request open' },
        ],
      },
    ),
  );
};
