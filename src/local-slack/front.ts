import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Activity } from './activity.ts';
import { answerWith } from './answering.ts';
import type { Call, Weather } from './calls.ts';
import { app } from './identity.ts';
import type { Inside } from './inside.ts';
import { type JsonObject, objectIn, parsedJson, textIn, truthIn } from './json.ts';
import { messageRefused } from './limits/surfaces.ts';
import { callMethod } from './methods/index.ts';
import type { Rates } from './rates.ts';

/** Reads what was asked: a form or JSON, and JSON within the form where Slack takes it. */
const jsonArguments = ['view', 'blocks', 'attachments', 'metadata', 'files', 'file_ids', 'unfurls', 'prompts'];

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.isBuffer(part) ? part : Buffer.from(part));
  return Buffer.concat(parts);
};

const argumentsOf = (type: string, body: string, query: string): JsonObject => {
  if (type.includes('application/json')) return objectIn(parsedJson(body));
  const asked: JsonObject = {};
  for (const [name, value] of [...new URLSearchParams(query), ...new URLSearchParams(body)])
    asked[name] = jsonArguments.includes(name) ? (parsedJson(value) ?? value) : value;
  return asked;
};

const tokenKinds: Record<string, Call['token']> = { [app.botToken]: 'bot', [app.appToken]: 'app', '': 'none' };

const send = (
  response: ServerResponse,
  status: number,
  body: JsonObject,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(body));
};

/** The local Slack's HTTP side: the Web API, response URLs, and files passed on to where they are kept. */
export const createFront = (inside: Inside, weather: Weather, activity: Activity, rates: Rates) => {
  const calls: Call[] = [];

  /** Records a call and answers it, unless it is to fail. */
  const answered = async (
    call: Call,
    response: ServerResponse,
    answer: () => Promise<{ status: number; body: JsonObject }>,
  ): Promise<void> => {
    calls.push(call);
    await weather.delayOf(call.method);
    response.setHeader('date', inside.now().toUTCString());
    const fault = weather.faultFor(call.method);
    if (fault === 'timeout') return;
    if (fault !== undefined && fault !== 'drop') {
      const body: JsonObject = 'error' in fault ? { ok: false, error: fault.error } : { ok: false, error: 'fault' };
      call.response = body;
      if ('error' in fault) send(response, 200, body);
      else
        send(
          response,
          fault.status,
          body,
          fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) },
        );
      return;
    }
    const wait = rates.take(call.method, textIn(call.arguments.channel));
    if (wait > 0) {
      call.response = { ok: false, error: 'ratelimited' };
      send(response, 429, call.response, { 'retry-after': String(wait) });
      return;
    }
    const { status, body } = await answer();
    if (fault === 'drop') {
      response.destroy();
      return;
    }
    call.response = body;
    send(response, status, body, call.token === 'bot' ? { 'x-oauth-scopes': inside.directory.scopes.join(',') } : {});
  };

  const webApi = async (
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
    query: string,
  ): Promise<void> => {
    const body = (await bodyOf(request)).toString('utf8');
    const { token: given, ...asked } = argumentsOf(request.headers['content-type'] ?? '', body, query);
    const header = (request.headers.authorization ?? '').replace(/^Bearer\s+/i, '');
    const token = tokenKinds[header || (typeof given === 'string' ? given : '')] ?? 'unknown';
    const call: Call = { order: calls.length, method, arguments: asked, token, response: undefined };
    await answered(call, response, async () => ({ status: 200, body: await callMethod(method, asked, token, inside) }));
  };

  const responseUrl = async (path: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const message = objectIn(parsedJson((await bodyOf(request)).toString('utf8')));
    const call: Call = {
      order: calls.length,
      method: 'response_url',
      arguments: message,
      token: 'none',
      response: undefined,
    };
    await answered(call, response, async () => {
      const place = inside.responseUrls.use(path);
      if (typeof place === 'string') return { status: 404, body: { ok: false, error: place } };
      const refusal = truthIn(message.delete_original) ? undefined : messageRefused(message, 'answer');
      if (refusal) return { status: 400, body: refusal };
      await answerWith(inside, place, message, 'response_url');
      return { status: 200, body: { ok: true } };
    });
  };

  const files = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const method = request.method ?? 'GET';
    const there = await fetch(`${inside.emulated.url}${request.url ?? '/'}`, {
      method,
      headers: {
        'content-type': request.headers['content-type'] ?? 'application/octet-stream',
        authorization: request.headers.authorization ?? '',
      },
      ...(method === 'POST' && { body: Readable.toWeb(request) as ReadableStream, duplex: 'half' }),
    });
    response.writeHead(there.status, { 'content-type': there.headers.get('content-type') ?? 'text/plain' });
    response.end(Buffer.from(await there.arrayBuffer()));
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '/', query = ''] = (request.url ?? '/').split('?');
    if (path.startsWith('/api/')) await webApi(path.slice('/api/'.length), request, response, query);
    else if (path.startsWith('/response/')) await responseUrl(path, request, response);
    else if (path.startsWith('/upload/') || path.startsWith('/files-pri/')) await files(request, response);
    else send(response, 404, { ok: false, error: 'not_found' });
  };

  const server = createServer((request, response) => {
    const end = activity.begin();
    response.on('close', end);
    serve(request, response).catch((error: unknown) => {
      // Whoever called gets told at once, rather than a connection that hangs.
      if (response.headersSent) response.destroy();
      else send(response, 500, { ok: false, error: 'fatal_error', detail: String(error) });
    });
  });

  return { server, calls };
};
