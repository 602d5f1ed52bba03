import type { App, SlackViewMiddlewareArgs, ViewSubmitAction } from '@slack/bolt';
import type { People, Reply } from '../../../commands/contract.ts';
import { inspectionChosen, type Values } from '../../../commands/form.ts';
import { type CountedOutcome, counted, wordOf } from '../counting.ts';
import { faultInWords } from '../faults.ts';
import { type Carried, readCarried } from '../metadata.ts';
import { subcommandOfForm } from '../modal.ts';
import type { Asker } from '../router.ts';
import { submissionSurface } from '../surfaces.ts';
import { valuesIn } from '../view-state.ts';
import { answer, memberActing, type Room } from './room.ts';

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
const submittedReply = async (room: Room, body: ViewSubmitAction, carried: Carried, asker: Asker): Promise<Reply> => {
  const subcommand = subcommandOfForm(body.view.callback_id);
  if (!subcommand?.form) throw new Error(`There is no form ${body.view.callback_id}`);
  const values: Values = valuesIn(body.view);
  if (subcommand.of === 'workspace') {
    const [people, channel] = await Promise.all([
      known(room, [asker.by.user, ...namedIn(body)]),
      room.directory.channel(carried.channel),
    ]);
    return subcommand.form.submitted(room.router.ask(asker, ''), values, carried.about, people, channel);
  }
  const inspection = await room.inspections.of(inspectionOf(body, carried) ?? '');
  const ask = await room.router.ofInspection(asker, '', inspection, subcommand.act);
  if ('refused' in ask) return { refusals: [{ field: null, words: ask.refused }] };
  return subcommand.form.submitted(ask, values, carried.about, await known(room, namedIn(body)));
};

/** Submitted forms. */
export const listenToViews = (app: App, room: Room): void => {
  app.view(/^form:/, async ({ body, view, ack }: SlackViewMiddlewareArgs<ViewSubmitAction>) => {
    const carried = readCarried(view.private_metadata);
    const where = { channel: carried.channel, inspection: inspectionOf(body, carried) };
    const bare = submissionSurface((said) => ack(said), view, where, room.newId);
    const subcommand = subcommandOfForm(view.callback_id);
    const count = (outcome: CountedOutcome) => room.count('submission', wordOf({ subcommand }), outcome);
    await answer(room, {
      by: memberActing(room, body),
      channel: carried.channel,
      request: carried.request,
      surface: counted(bare, count),
      reply: async (asker) => ({ ...where, reply: await submittedReply(room, body, carried, asker) }),
      failed: async (error) => {
        const typed = view.blocks.some((block) => block.type === 'input') ? 'in the form' : 'nothing';
        count('fault');
        await bare.refuse([{ field: null, words: faultInWords(error, room.fault(error), typed) }]);
      },
    });
  });
};
