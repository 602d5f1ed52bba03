import type { Activity } from '../activity.ts';
import { answerWith } from '../answering.ts';
import type { Conversation } from '../directory.ts';
import { NotPossible } from '../form/entering.ts';
import type { Inside } from '../inside.ts';
import { isObject, type JsonObject, textIn } from '../json.ts';
import { messageRefused } from '../limits/surfaces.ts';
import { type Acting, createPayloads } from '../payloads.ts';
import type { Shown, View } from '../shown.ts';
import type { Acknowledgement, EnvelopeType } from '../socket-mode.ts';
import type { Person } from '../workspace.ts';
import type { Upshot } from './types.ts';

/** What every act of a person needs: payloads, triggers, delivery, and a look at what came of it. */
export const createDelivering = (inside: Inside, activity: Activity) => {
  const { board, directory, forms, responseUrls, triggers, views, newTime, origin } = inside;
  const payloads = createPayloads(directory);

  const deliver = (type: EnvelopeType, payload: JsonObject): Promise<Acknowledgement> =>
    inside.deliver(type, payload, undefined);

  /** A view with what is entered in it. */
  const filled = (view: View): View => ({ ...view, state: { values: forms.values(view.id, view.blocks) } });

  /** Collects what appears only to this person until it is asked for. */
  const watch = (person: Person): (() => Shown[]) => {
    const seen: Shown[] = [];
    const stop = board.listen((appearance) => {
      if (appearance.what === 'only visible to you' && appearance.shown.to === person.id) seen.push(appearance.shown);
    });
    return () => {
      stop();
      return seen;
    };
  };

  return {
    payloads,
    deliver,
    filled,
    watch,
    quiet: activity.quiet,
    person: (id: string): Person => {
      const person = directory.person(id);
      if (!person) throw new NotPossible(`nobody in the workspace is ${id}`);
      if (person.kind === 'deactivated') throw new NotPossible(`${person.name} is deactivated and cannot do anything`);
      return person;
    },
    /** A conversation that the person is in, and in which something can be done. */
    conversation: (person: Person, id: string): Conversation => {
      const conversation = directory.conversation(id);
      if (!conversation?.members.has(person.id)) throw new NotPossible(`${person.name} is not in ${id}`);
      if (conversation.archived) throw new NotPossible(`${id} is archived`);
      return conversation;
    },
    acting: (person: Person, conversation: Conversation, original?: { ts: string; ephemeral: boolean }): Acting => ({
      person,
      conversation,
      trigger: triggers.issue({ person: person.id, channel: conversation.id, view: undefined }),
      responseUrl: responseUrls.issue(origin(), { person: person.id, channel: conversation.id, original }),
    }),
    /** Sends an interaction and waits until the app is done. */
    interact: async (person: Person, payload: JsonObject): Promise<Upshot> => {
      const seen = watch(person);
      const { answered } = await deliver('interactive', payload);
      await activity.quiet();
      const opened = triggers.viewOpenedWith(textIn(payload.trigger_id));
      const within = isObject(payload.view) ? views.stack(person.id).at(-1) : undefined;
      const view = (opened ? views.byId(opened)?.view : undefined) ?? within;
      return { answered, shown: seen(), view: view && filled(view) };
    },
    /** Shows the message within an acknowledgement, if there is one. */
    sayBack: async ({ person, conversation }: Acting, acknowledgement: Acknowledgement): Promise<Shown | undefined> => {
      if (!acknowledgement.answered) return undefined;
      const { payload } = acknowledgement;
      if (payload.text === undefined && payload.blocks === undefined) return undefined;
      const refusal = messageRefused(payload, 'answer');
      if (refusal)
        throw new Error(`the app answered with a message that Slack would not take: ${JSON.stringify(refusal)}`);
      return answerWith(
        inside,
        { person: person.id, channel: conversation.id, original: undefined },
        payload,
        'acknowledgement',
      );
    },
    /** Sends an event, if the app subscribes to it. */
    event: async (subscription: string, event: JsonObject): Promise<void> => {
      if (directory.events.includes(subscription)) await inside.retries.send(payloads.event(event, newTime()));
    },
  };
};

export type Delivering = ReturnType<typeof createDelivering>;
