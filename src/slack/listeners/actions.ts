import type { App, BlockAction, ButtonAction, StaticSelectAction, ViewOutput } from '@slack/bolt';
import { type About, type Form, inspectionChosen } from '../../../commands/form.ts';
import { goingOnWith } from '../../../commands/index.ts';
import type { Published } from '../../domain/published.ts';
import { says } from '../../words/message.ts';
import { type CountedOutcome, counted, wordOf } from '../counting.ts';
import { slackError } from '../errors.ts';
import { faultInWords } from '../faults.ts';
import { about, namedIn } from '../going-on.ts';
import { pageSurface, shortcutSurface } from '../in-modals.ts';
import { readAbout, readCarried } from '../metadata.ts';
import { formView, isForm, subcommandOfForm } from '../modal.ts';
import { digestOf } from '../sent.ts';
import type { Surface } from '../surface.ts';
import { buttonSurface } from '../surfaces.ts';
import { valuesIn } from '../view-state.ts';
import { answer, memberActing, type Room } from './room.ts';

/** What is known beyond its team, for full members. Where Slack does not say who asks, the form is drawn all the same. */
const publishedFor = async (room: Room, user: string): Promise<Published[]> => {
  try {
    const { fullMember } = await room.directory.person(user);
    return fullMember ? await room.inspections.publishedIn(room.app.team) : [];
  } catch (error) {
    room.fault(error);
    return [];
  }
};

/** The form as it is to be drawn again, and the inspection it is about; null where this person may not have it. */
const drawnAgain = async (
  room: Room,
  body: BlockAction,
  view: ViewOutput,
  added: About,
): Promise<{ form: Form; inspection: string | null } | null> => {
  const subcommand = subcommandOfForm(view.callback_id);
  const { channel, inspection: before, about: carried } = readCarried(view.private_metadata);
  const values = valuesIn(view);
  const about = { ...carried, ...added };
  const by = await memberActing(room, body);
  if (!subcommand?.form || !by) return null;
  const asker = { by, channel, at: room.now() };
  if (subcommand.of === 'workspace') {
    const published = await publishedFor(room, body.user.id);
    const there = added.everybody ? await room.directory.everybodyIn(channel, room.app.user) : undefined;
    const form = subcommand.form.draw(room.router.ask(asker, ''), values, about, published, there);
    return { form, inspection: null };
  }
  const id = inspectionChosen(values) ?? before;
  if (id === null) return null;
  const ask = await room.router.ofInspection(asker, '', await room.inspections.of(id), subcommand);
  return 'refused' in ask ? null : { form: subcommand.form.draw(ask, values, about), inspection: id };
};

/** Draws a form again with what is typed in it: a field was chosen that others depend on, or more is asked for. */
const redraw = async (room: Room, body: BlockAction, view: ViewOutput, added: About): Promise<void> => {
  const drawn = await drawnAgain(room, body, view, added);
  if (!drawn) return;
  const { channel, request } = readCarried(view.private_metadata);
  try {
    // The form is the same one, so its request stays; the hash keeps an older drawing from replacing a newer.
    await room.showing.views.update({
      view_id: view.id,
      hash: view.hash,
      view: formView(drawn.form, { channel, inspection: drawn.inspection, request }, room.drawn()),
    });
  } catch (error) {
    if (slackError(error) !== 'hash_conflict') throw error;
  }
};

/** Buttons and menus that do what their words would do after /judge, and what draws a form again. */
export const listenToActions = (app: App, room: Room): void => {
  app.action<BlockAction<ButtonAction | StaticSelectAction>>(/^judge:/, async ({ body, action, ack, respond }) => {
    await ack();
    const does = ('selected_option' in action ? action.selected_option.value : action.value) ?? '';
    // A Home carries nothing: what its buttons do names its inspection, and comes to a page or form of its own.
    const atHome = body.view?.type === 'home';
    const view = atHome ? undefined : body.view;
    const opening = { client: room.showing, trigger: body.trigger_id, newId: room.newId, drawn: room.drawn };
    const carried = view ? readCarried(view.private_metadata) : null;
    const channel = carried?.channel ?? body.channel?.id ?? '';
    const where = { channel, inspection: carried?.inspection ?? null };
    const besideMessage = (): Surface => buttonSurface((said) => respond(said), opening);
    const bare = view ? pageSurface(view, opening, where) : atHome ? shortcutSurface(opening, where) : besideMessage();
    const { id, rest } = namedIn(about(where.inspection, does));
    const line = goingOnWith(rest);
    const count = (outcome: CountedOutcome) => room.count('button', wordOf(line), outcome);
    await answer(room, {
      acting: body,
      channel,
      request: body.trigger_id,
      sent: digestOf(does),
      surface: counted(bare, count),
      reply: (asker) => room.router.asked(asker, line, id),
      failed: async (error, quoted) => {
        count('fault');
        await bare.say(says(faultInWords(error, quoted, 'nothing')));
      },
    });
  });

  app.action<BlockAction<ButtonAction>>('redraw', async ({ body, action, ack }) => {
    await ack();
    if (body.view) await redraw(room, body, body.view, readAbout(action.value));
  });

  // A choice inside a form that other fields depend on: its own new value is in the form's state already.
  app.action<BlockAction>(/^(?!judge:|redraw$)/, async ({ body, ack }) => {
    await ack();
    if (body.view && isForm(body.view)) await redraw(room, body, body.view, {});
  });
};
