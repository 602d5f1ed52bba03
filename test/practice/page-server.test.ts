import { createServer, request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { PracticeStopped } from '../../src/practice/stopped.ts';
import { openPage, practiceFolder } from './opened-page.ts';

const { url } = await openPage(practiceFolder(), 0);
const { port } = new URL(url);
const folder = practiceFolder();

type Asked = { method?: string; path?: string; headers?: Record<string, string>; body?: string };

/** Asks as any program or page could, with whatever headers it likes. */
const asked = ({ method = 'GET', path = '/', headers = {}, body = '' }: Asked) =>
  new Promise<{ status: number; headers: Record<string, string | string[] | undefined>; text: string }>(
    (resolve, reject) => {
      const sent = request({ host: '127.0.0.1', port, method, path, headers }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => {
          text += part.toString();
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
      });
      sent.on('error', reject);
      sent.end(body);
    },
  );

const act = (headers: Record<string, string>) =>
  asked({
    method: 'POST',
    path: '/api/act?as=U0001PRACTICE',
    headers: { 'content-type': 'application/json', host: `localhost:${port}`, ...headers },
    body: JSON.stringify({ act: 'type', channel: 'C0001PRACTICE', text: 'Good morning.' }),
  });

describe('The practice page’s server', () => {
  it('[PP1] answers at this machine’s own names and at no other', async () => {
    const status = async (host: string) => (await asked({ headers: { host } })).status;
    expect(await status(`localhost:${port}`)).toBe(200);
    expect(await status(`127.0.0.1:${port}`)).toBe(200);
    expect(await status(`practice.example:${port}`)).toBe(403);
    expect(await status(`localhost:${Number(port) + 1}`)).toBe(403);
  });

  it('[PP1] is not driven by another page in the same browser', async () => {
    const status = async (headers: Record<string, string>) => (await act(headers)).status;
    expect(await status({ origin: `http://localhost:${port}` })).toBe(200);
    expect(await status({ origin: 'https://elsewhere.example' })).toBe(403);
    expect(await status({ origin: 'null' })).toBe(403);
    expect(await status({})).toBe(403);
    const read = await asked({
      path: '/api/setup',
      headers: { host: `localhost:${port}`, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
    });
    expect(read.status).toBe(403);
  });

  it('[PP1] lets the page load nothing but what this server serves, and be shown in no frame', async () => {
    const { headers } = await asked({ headers: { host: `localhost:${port}` } });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
  });

  it('[PP1] takes no act that it does not know, and nobody who is not there', async () => {
    const posted = async (path: string, body: string) => {
      const headers = { host: `localhost:${port}`, origin: `http://localhost:${port}` };
      return (await asked({ method: 'POST', path, headers, body })).status;
    };
    expect(await posted('/api/act?as=U0001PRACTICE', '{"act":"delete everything"}')).toBe(400);
    expect(await posted('/api/act?as=U0001PRACTICE', 'not JSON')).toBe(400);
    expect(await posted('/api/act?as=UNOBODY', '{"act":"open home"}')).toBe(404);
  });

  it('[PP2] says in a line that its port is taken, and by which setting to choose another', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const at = other.address();
    const taken = typeof at === 'object' && at ? at.port : 0;
    const opening = openPage(folder, taken);
    await expect(opening).rejects.toThrow(PracticeStopped);
    await expect(opening).rejects.toThrow(new RegExp(`^Port ${taken} is taken .*PRACTICE_PORT=`));
    await new Promise((resolve) => other.close(resolve));
  });
});
