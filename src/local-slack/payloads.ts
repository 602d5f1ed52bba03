import type { Conversation, Directory } from './directory.ts';
import type { Values } from './form/forms.ts';
import { app, newId } from './identity.ts';
import type { JsonObject } from './json.ts';
import type { Posted, View } from './shown.ts';
import type { Person } from './workspace.ts';

/** Who acts, where, and what Slack gives them to answer with. */
export interface Acting {
  person: Person;
  conversation: Conversation;
  trigger: string;
  responseUrl: string;
}

export type ActionPlace =
  | { in: 'view'; view: View; values: Values; trigger: string }
  | { in: 'message'; acting: Acting; message: JsonObject; values: Values; ephemeral: boolean };

/** Slack gives the names of private conversations to no app in this place. */
const nameOf = (conversation: Conversation): string => {
  if (conversation.direct) return 'directmessage';
  return conversation.private ? 'privategroup' : conversation.name;
};

const place = (conversation: Conversation): JsonObject => ({ id: conversation.id, name: nameOf(conversation) });

/** Shapes of what Slack sends, as in slackapi/java-slack-sdk's samples and Slack's reference. The workspace is in no Enterprise Grid. */
export const createPayloads = (directory: Directory) => {
  const { team } = directory;
  const ours = { api_app_id: app.id, token: app.verificationToken };
  const install = { enterprise: null, is_enterprise_install: false };
  const teamOf = { team: { id: team.id, domain: team.domain } };
  const userOf = ({ id, name, team: other }: Person): JsonObject => ({
    user: { id, username: name, name, team_id: other ?? team.id },
  });
  const stateful = (view: View, values: Values): JsonObject => ({ ...view, state: { values } });

  const whereOf = (at: ActionPlace): JsonObject => {
    if (at.in === 'view')
      return {
        container: { type: 'view', view_id: at.view.id },
        trigger_id: at.trigger,
        view: stateful(at.view, at.values),
      };
    const { conversation, trigger, responseUrl } = at.acting;
    const ts = at.message.ts;
    return {
      container: {
        type: 'message',
        message_ts: ts,
        channel_id: conversation.id,
        is_ephemeral: at.ephemeral,
        ...('thread_ts' in at.message && { thread_ts: at.message.thread_ts }),
      },
      trigger_id: trigger,
      channel: place(conversation),
      // Slack does not keep what only one person saw, so it cannot send it along.
      ...(!at.ephemeral && { message: at.message }),
      state: { values: at.values },
      response_url: responseUrl,
    };
  };

  const personOf = (at: ActionPlace, person: Person): JsonObject => ({ ...userOf(person), ...ours, ...whereOf(at) });

  return {
    command: ({ person, conversation, trigger, responseUrl }: Acting, command: string, text: string): JsonObject => ({
      token: app.verificationToken,
      // A command is of the workspace in which somebody works, whichever their own is.
      team_id: person.kind === 'other-workspace' ? team.id : (person.team ?? team.id),
      team_domain: team.domain,
      channel_id: conversation.id,
      channel_name: nameOf(conversation),
      user_id: person.id,
      user_name: person.name,
      command,
      text,
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: responseUrl,
      trigger_id: trigger,
    }),
    actions: (person: Person, where: ActionPlace, actions: JsonObject[]): JsonObject => ({
      type: 'block_actions',
      ...personOf(where, person),
      ...teamOf,
      ...install,
      actions,
    }),
    suggestion: (
      person: Person,
      where: ActionPlace,
      { block, action, typed }: { block: string; action: string; typed: string },
    ): JsonObject => ({
      type: 'block_suggestion',
      ...personOf(where, person),
      ...teamOf,
      ...install,
      trigger_id: undefined,
      response_url: undefined,
      action_id: action,
      block_id: block,
      value: typed,
    }),
    submission: (person: Person, trigger: string, view: View, values: Values): JsonObject => ({
      type: 'view_submission',
      ...teamOf,
      ...userOf(person),
      ...ours,
      trigger_id: trigger,
      view: stateful(view, values),
      response_urls: [],
      ...install,
    }),
    closed: (person: Person, view: View, values: Values, cleared: boolean): JsonObject => ({
      type: 'view_closed',
      ...teamOf,
      ...userOf(person),
      ...ours,
      view: stateful(view, values),
      is_cleared: cleared,
      ...install,
    }),
    messageShortcut: (
      { person, conversation, trigger, responseUrl }: Acting,
      callbackId: string,
      posted: Posted,
      time: string,
    ): JsonObject => ({
      type: 'message_action',
      ...ours,
      action_ts: time,
      ...teamOf,
      ...userOf(person),
      channel: place(conversation),
      ...install,
      callback_id: callbackId,
      trigger_id: trigger,
      response_url: responseUrl,
      message_ts: posted.ts,
      message: posted.message,
    }),
    globalShortcut: (person: Person, callbackId: string, trigger: string, time: string): JsonObject => ({
      type: 'shortcut',
      ...ours,
      action_ts: time,
      ...teamOf,
      ...userOf(person),
      ...install,
      callback_id: callbackId,
      trigger_id: trigger,
    }),
    event: (event: JsonObject, time: string): JsonObject => ({
      ...ours,
      team_id: team.id,
      context_team_id: team.id,
      context_enterprise_id: null,
      type: 'event_callback',
      event_id: newId('Ev'),
      event_time: Math.floor(Number(time)),
      is_ext_shared_channel: false,
      authorizations: [
        { enterprise_id: null, team_id: team.id, user_id: app.userId, is_bot: true, is_enterprise_install: false },
      ],
      event: { ...event, event_ts: time },
    }),
  };
};
