import { Ajv } from 'ajv';
import { parse } from 'yaml';
import type { Answer, Call, LocalSlack } from '../../src/local-slack/index.ts';
import { isPresent } from '../support/oracles.ts';
import { type Complaint, isObject, startAt } from './checks.ts';
import { checkMethod } from './methods.ts';
import { published } from './published.ts';
import { checkMessage, checkNoTable, checkOptions, checkView } from './surfaces.ts';

export type { Complaint } from './checks.ts';
export { checkMessage, checkView } from './surfaces.ts';

const messageMembers = [
  'text',
  'blocks',
  'attachments',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'metadata',
  'mrkdwn',
  'unfurl_links',
  'unfurl_media',
];

/** A message that answers a command or goes to a response_url. */
const checkReply = (reply: Record<string, unknown>, where: string): Complaint[] => {
  const complaints: Complaint[] = [];
  const at = startAt(where, 'message', complaints);
  for (const name of Object.keys(reply))
    if (!messageMembers.includes(name)) at.complain('unknown', `${name} is not known in an answer`);
  const type = reply.response_type;
  if (type !== undefined && type !== 'ephemeral' && type !== 'in_channel')
    at.complain('type', `response_type is ephemeral or in_channel, not ${String(type)}`);
  if (reply.delete_original === true) return complaints;
  return [...complaints, ...checkMessage(reply, where), ...checkNoTable(reply, where)];
};

const messages = ['chat.postMessage', 'chat.update', 'chat.postEphemeral', 'chat.scheduleMessage'];

/** What Slack, or this house, would not take in a call: method, arguments, scopes, and the view or message within it. */
export const checkCall = (call: Call, botScopes: readonly string[]): Complaint[] => {
  const where = `call ${call.order} ${call.method}`;
  if (call.method === 'response_url') return checkReply(call.arguments, where);
  const complaints: Complaint[] = [];
  checkMethod(call.method, call.arguments, botScopes, startAt(where, 'message', complaints));
  if (call.method.startsWith('views.')) complaints.push(...checkView(call.arguments.view, where));
  if (messages.includes(call.method)) complaints.push(...checkMessage(call.arguments, where));
  if (call.method === 'chat.postEphemeral') complaints.push(...checkNoTable(call.arguments, where));
  return complaints;
};

const checkFormAnswer = (payload: Record<string, unknown>, where: string): Complaint[] => {
  const complaints: Complaint[] = [];
  const at = startAt(where, 'modal', complaints);
  switch (payload.response_action) {
    case undefined:
      if (Object.keys(payload).length > 0) at.complain('unknown', 'an answer to a form has a response_action');
      return complaints;
    case 'clear':
      return complaints;
    case 'update':
    case 'push':
      return checkView(payload.view, where);
    case 'errors': {
      const errors = isObject(payload.errors) ? Object.entries(payload.errors) : [];
      if (errors.length === 0) at.complain('errors.empty', 'names no field');
      for (const [block, words] of errors)
        if (typeof words !== 'string' || words === '') at.complain('type', `the error under ${block} has no words`);
      return complaints;
    }
    default:
      at.complain('type', `${String(payload.response_action)} is no response_action`);
      return complaints;
  }
};

/** What Slack would not take in what the app gave back with an acknowledgement. */
export const checkAnswer = ({ to, payload }: Answer, where: string): Complaint[] => {
  if (to === 'view_submission') return checkFormAnswer(payload, where);
  if (to === 'block_suggestion') return checkOptions(payload, where);
  if (to === 'slash_commands' && Object.keys(payload).length > 0) return checkReply(payload, where);
  return [];
};

/** Everything that Slack would not take in a manifest. */
export const checkManifest = (yaml: string): string[] => {
  const ajv = new Ajv({ allErrors: true, strict: false, formats: { uri: true } });
  const schema = published('manifest.schema.json');
  if (!isObject(schema)) throw new Error('the published manifest schema is no schema');
  const fits = ajv.compile(schema);
  fits(parse(yaml));
  return (fits.errors ?? []).map(({ instancePath, message }) => `${instancePath || '/'} ${message ?? ''}`);
};

/** All complaints about what an app did at a local Slack so far. */
export const complaintsAbout = (
  slack: Pick<LocalSlack, 'calls' | 'answers'>,
  botScopes: readonly string[],
): Complaint[] => [
  ...slack.calls.flatMap((call) => checkCall(call, botScopes)),
  ...slack.answers.flatMap((answer, order) => checkAnswer(answer, `answer ${order} to ${answer.to}`)),
];

/** For afterEach: throws with every complaint about the calls and answers so far. Where the published limits are absent it passes. */
export const conforming = (slack: Pick<LocalSlack, 'calls' | 'answers'>, botScopes: readonly string[]): void => {
  if (!isPresent('slack')) return;
  const complaints = complaintsAbout(slack, botScopes);
  if (complaints.length === 0) return;
  const lines = complaints.map(({ where, rule, says }) => `${where}: ${says} [${rule}]`);
  throw new Error(`Slack would not take this, or this house does not:\n${lines.join('\n')}`);
};
