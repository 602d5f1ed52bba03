import { createHmac } from 'node:crypto';
import { app } from './identity.ts';
import { type JsonObject, objectIn, parsedJson, textIn } from './json.ts';
import type { Acknowledgement, EnvelopeType } from './socket-mode.ts';

const bodyOf = (type: EnvelopeType, payload: JsonObject): { body: string; contentType: string } => {
  if (type === 'events_api') return { body: JSON.stringify(payload), contentType: 'application/json' };
  const form =
    type === 'interactive'
      ? { payload: JSON.stringify(payload) }
      : Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, textIn(value)]));
  return { body: new URLSearchParams(form).toString(), contentType: 'application/x-www-form-urlencoded' };
};

/** A body that says when all of it was sent. */
async function* sentThen(body: string, tell: () => void): AsyncGenerator<Uint8Array> {
  yield Buffer.from(body);
  tell();
}

/** Delivers a payload as a signed HTTP request, as Slack does to an app without Socket Mode. */
export const deliverSigned = async (
  url: string,
  type: EnvelopeType,
  payload: JsonObject,
  retry: { attempt: number; reason: string } | undefined,
  patience: number,
  cutAfter?: number,
): Promise<Acknowledgement> => {
  const { body, contentType } = bodyOf(type, payload);
  // The receiver compares with the time of day, whatever clock the workspace goes by.
  const timestamp = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', app.signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  const cut = new AbortController();
  try {
    const answer = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': contentType,
        'x-slack-request-timestamp': String(timestamp),
        'x-slack-signature': `v0=${signature}`,
        ...(retry && { 'x-slack-retry-num': String(retry.attempt), 'x-slack-retry-reason': retry.reason }),
      },
      ...(cutAfter === undefined
        ? { body }
        : { body: sentThen(body, () => setTimeout(() => cut.abort(), cutAfter)), duplex: 'half' }),
      signal: AbortSignal.any([AbortSignal.timeout(patience), cut.signal]),
    });
    const said = await answer.text();
    if (answer.status !== 200) return { answered: false };
    const parsed = parsedJson(said);
    return { answered: true, payload: parsed === undefined && said !== '' ? { text: said } : objectIn(parsed) };
  } catch {
    // An app that cannot be reached, or takes longer than Slack waits, has not answered; Slack learns no more than that.
    return { answered: false };
  }
};
