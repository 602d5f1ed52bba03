import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { afterEach, describe, expect, it } from 'vitest';
import { sendingBytes } from '../../src/slack/upload.ts';
import { turnsDuring } from '../support/at-once.ts';

const open: { close: () => unknown }[] = [];
afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

const slackThat = async (takes: RequestListener): Promise<string> => {
  const server = createServer(takes);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  open.push({
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
};

describe('a file on its way to Slack', () => {
  it('[V22] arrives to the letter, its length said first, while others have their turns', async () => {
    const bytes = Uint8Array.from({ length: 8_000_003 }, (_, place) => place % 251);
    const taken: { length: string | undefined; content: Buffer }[] = [];
    const address = await slackThat(async (request, response) => {
      taken.push({ length: request.headers['content-length'], content: await buffer(request) });
      response.end('OK');
    });
    const { turns } = await turnsDuring(() => sendingBytes(fetch, 60_000)(address, bytes));
    expect(taken.map(({ length }) => length)).toEqual(['8000003']);
    expect(taken[0]?.content.equals(bytes)).toBe(true);
    expect(turns).toBeGreaterThan(100);
  });

  it('[V18] is not taken for sent where Slack does not take it, or does not answer in time', async () => {
    const refused = await slackThat((_, response) => response.writeHead(500).end());
    await expect(sendingBytes(fetch, 60_000)(refused, Buffer.from('it'))).rejects.toThrow('(500)');
    const silent = await slackThat(() => {});
    await expect(sendingBytes(fetch, 50)(silent, Buffer.from('it'))).rejects.toThrow(/timeout/);
  });

  it('may be empty', async () => {
    const lengths: number[] = [];
    const address = await slackThat(async (request, response) => {
      lengths.push((await buffer(request)).length);
      response.end('OK');
    });
    await sendingBytes(fetch, 60_000)(address, new Uint8Array());
    expect(lengths).toEqual([0]);
  });
});
