import type { AllMiddlewareArgs, App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { Instead, People, Reply } from '../../../commands/contract.ts';
import { inspectionChosen, type Values } from '../../../commands/form.ts';
import { inItsPlace, subcommandIn } from '../../../commands/index.ts';
import type { Person } from '../../domain/people.ts';
import { type CountedOutcome, counted, wordOf } from '../counting.ts';
import { faultInWords } from '../faults.ts';
import { type Carried, readCarried } from '../metadata.ts';
import { subcommandOfForm } from '../modal.ts';
import type { Asker } from '../router.ts';
import { digestOf, notAsBefore } from '../sent.ts';
import { labelIn, submissionSurface } from '../surfaces.ts';
import { valuesIn } from '../view-state.ts';
import { acknowledging, answer, type Room } from './room.ts';

/** Everybody named in a form's people fields. A form that names nobody asks Slack nothing before it is kept. */
const namedIn = (body: ViewSubmitAction): string[] =>
  Object.values(body.view.state.values)
    .flatMap((elements) => Object.values(elements))
    .flatMap((element) => [element.selected_user ?? [], element.selected_users ?? []].flat());

const known = async (room: Room, users: readonly string[]): Promise<People> => {
  const people = await Promise.all([...new Set(users)].map((user) => room.directory.person(user)));
  return new Map(people.map((person) => [person.user, person]));
};

/** The inspection a form is about: the one chosen in it, where the form itself asks. */
const inspectionOf = (body: ViewSubmitAction, carried: Carried): string | null =>
  inspectionChosen(valuesIn(body.view)) ?? carried.inspection;

/** What a submitted form comes to. Roles are looked at again: they may have changed since it was opened. */
const submittedReply = async (
  room: Room,
  body: ViewSubmitAction,
  carried: Carried,
  asker: Asker,
): Promise<Reply | Instead> => {
  const subcommand = subcommandOfForm(body.view.callback_id);
  if (!subcommand?.form) throw new Error('There is no such form');
  const values: Values = valuesIn(body.view);
  if (subcommand.of === 'workspace') {
    const [people, channel] = await Promise.all([
      known(room, [asker.by.user, ...namedIn(body)]),
      room.directory.channel(carried.channel),
    ]);
    return subcommand.form.submitted(room.router.ask(asker, ''), values, carried.about, people, channel);
  }
  const inspection = await room.inspections.of(inspectionOf(body, carried) ?? '');
  const ask = await room.router.ofInspection(asker, '', inspection, subcommand);
  if ('refused' in ask) return { refusals: [{ field: null, words: ask.refused }] };
  const { draw, submitted } = subcommand.form;
  const reply = submitted(ask, values, carried.about, await known(room, namedIn(body)));
  if ('asks' in reply) return reply;
  return inItsPlace(reply, values, carried.about, (about) => draw(ask, values, about));
};

/** What the same request was kept as before, where it is not known to be the same; null where there is nothing to say of it. */
const keptOtherwise = async (room: Room, id: string | null, request: string, person: Person, sent: string) => {
  const before = id === null ? null : await room.inspections.keptBefore(id, request);
  return before && notAsBefore(before, { person, at: room.now(), request, sent });
};

/** Submitted forms. */
export const listenToViews = (app: App, room: Room): void => {
  app.view(/^form:/, async (args: SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs) => {
    const { body, view, ack, context } = args;
    const carried = readCarried(view.private_metadata);
    const where = { channel: carried.channel, inspection: inspectionOf(body, carried) };
    const { give, lost } = acknowledging(ack, context.arrived, room.fault);
    const bare = submissionSurface(give, view, where, room);
    const sent = digestOf(valuesIn(view));
    const subcommand = subcommandOfForm(view.callback_id);
    const count = (outcome: CountedOutcome) => room.count('submission', wordOf({ subcommand }), outcome);
    await answer(room, {
      acting: body,
      channel: carried.channel,
      request: carried.request,
      sent,
      surface: counted(bare, count),
      reply: async (asker) => {
        const other = await keptOtherwise(room, where.inspection, carried.request, asker.by, sent);
        const reply = other ?? (await submittedReply(room, body, carried, asker));
        return 'asks' in reply
          ? room.router.asked(asker, subcommandIn(reply.asks), where.inspection)
          : { ...where, reply };
      },
      labelOf: (refusal) => labelIn(view, refusal),
      lost,
      failed: async (error, quoted) => {
        const typed = view.blocks.some((block) => block.type === 'input') ? 'in the form' : 'nothing';
        count('fault');
        await bare.refuse([{ field: null, words: faultInWords(error, quoted, typed) }]);
      },
    });
  });
};
