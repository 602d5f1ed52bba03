import type { Activity } from '../activity.ts';
import { everythingToken } from '../emulated.ts';
import { escapedCommandText } from '../escape.ts';
import { NotPossible } from '../form/entering.ts';
import { fieldsOf } from '../form/fields.ts';
import { bareEntry } from '../form/forms.ts';
import type { FieldEntry } from '../form/initial.ts';
import type { Inside } from '../inside.ts';
import { type JsonObject, objectIn, textIn } from '../json.ts';
import type { View } from '../shown.ts';
import type { Workspace } from '../workspace.ts';
import { createDelivering } from './delivering.ts';
import { createPressing } from './pressing.ts';
import { createSubmitting } from './submitting.ts';
import type { CommandAnswer, Submission, Upshot } from './types.ts';
import { createWriting } from './writing.ts';

/** A person in front of their Slack. What Slack's own screen would not let them do throws NotPossible. */
export const createPersonAtSlack = (id: string, inside: Inside, activity: Activity, command: Workspace['command']) => {
  const { board, directory, emulated, forms, triggers, views, newTime } = inside;
  const delivering = createDelivering(inside, activity);
  const { payloads } = delivering;
  const person = delivering.person(id);
  const submitting = createSubmitting(inside, delivering, person);
  const pressing = createPressing(inside, delivering, person);

  const top = () => views.stack(id).at(-1);

  /** Enters values by label, block_id or action_id in the form on top, one after the other. */
  const fill = async (values: Record<string, FieldEntry>): Promise<void> => {
    for (const [what, entry] of Object.entries(values)) await pressing.enter(what, entry);
  };

  /** The conversation with the app. */
  const directChannel = async (): Promise<string> => {
    const known = directory.direct(id);
    if (known) return known.id;
    const opened = await emulated.ask('conversations.open', { users: id }, everythingToken);
    return directory.addDirect(textIn(objectIn(opened.channel).id), id).id;
  };

  return {
    id,
    directChannel,
    fill,
    ...createWriting(inside, delivering, person),
    /** Sends the app's slash command with this text, as typed. */
    command: async (channel: string, text: string): Promise<CommandAnswer> => {
      const conversation = delivering.conversation(person, channel);
      const seen = delivering.watch(person);
      const acting = delivering.acting(person, conversation);
      const sent = escapedCommandText(text, directory, command.shouldEscape);
      const acknowledgement = await delivering.deliver('slash_commands', payloads.command(acting, command.name, sent));
      const said = await delivering.sayBack(acting, acknowledgement);
      await delivering.quiet();
      const opened = triggers.viewOpenedWith(acting.trigger);
      const view = opened ? views.byId(opened)?.view : undefined;
      return { answered: acknowledgement.answered, said, shown: seen(), view: view && delivering.filled(view) };
    },
    /** The form on top, with what is entered in it. */
    view: (): View | undefined => {
      const view = top();
      return view && delivering.filled(view);
    },
    /** The forms that stand open, the first one first. */
    views: (): View[] => views.stack(id).map(delivering.filled),
    home: (): View | undefined => views.home(id),
    /** What is entered in the form on top, by block_id: text, an option's value, an id, or a list of these. */
    typed: (): JsonObject => {
      const view = top();
      if (!view) return {};
      const values = forms.values(view.id, view.blocks);
      return Object.fromEntries(
        fieldsOf(view.blocks).map((field) => [
          field.block,
          bareEntry(field, values[field.block]?.[field.action] ?? {}),
        ]),
      );
    },
    suggestions: pressing.suggestions,
    /** Fills in what is given, checks as Slack's screen does, and sends the form on top. */
    submit: async (values?: Record<string, FieldEntry>): Promise<Submission> => {
      if (values) await fill(values);
      return submitting.once();
    },
    complaints: submitting.complaints,
    /** Sends the last submission once more, just as it was: Slack repeats itself. */
    resubmit: submitting.again,
    /** Sends the form on top twice before either is answered. */
    doubleSubmit: submitting.twice,
    press: pressing.press,
    choose: pressing.choose,
    /** Closes the form on top. */
    closeView: async (): Promise<void> => {
      const view = top();
      if (!view) throw new NotPossible(`${person.name} has no form open`);
      const going = view.clear_on_close ? views.stack(id) : [view];
      for (const each of [...going].reverse()) {
        const values = forms.values(each.id, each.blocks);
        views.close(id, each.id);
        board.tell({ what: 'form closed', person: id, view: each });
        if (each.notify_on_close)
          await delivering.deliver('interactive', payloads.closed(person, each, values, view.clear_on_close));
      }
      await delivering.quiet();
    },
    messageShortcut: async (callbackId: string, channel: string, ts: string): Promise<Upshot> => {
      const conversation = delivering.conversation(person, channel);
      const posted = board.find(channel, ts);
      if (!posted) throw new NotPossible(`${person.name} sees no such message in ${channel}`);
      const acting = delivering.acting(person, conversation);
      return delivering.interact(person, payloads.messageShortcut(acting, callbackId, posted, newTime()));
    },
    globalShortcut: async (callbackId: string): Promise<Upshot> => {
      const trigger = triggers.issue({ person: id, channel: undefined, view: undefined });
      return delivering.interact(person, payloads.globalShortcut(person, callbackId, trigger, newTime()));
    },
    /** Opens the app's Home and gives what it shows when the app is done. */
    openHome: async (): Promise<View | undefined> => {
      const channel = await directChannel();
      const view = views.home(id);
      await delivering.event('app_home_opened', {
        type: 'app_home_opened',
        user: id,
        channel,
        tab: 'home',
        view: view && { ...delivering.filled(view) },
      });
      await delivering.quiet();
      return views.home(id);
    },
  };
};

export type PersonAtSlack = ReturnType<typeof createPersonAtSlack>;
