import { describe, expect, it } from 'vitest';
import { mayAsk } from '../../src/health.ts';

describe('who may ask how it is', () => {
  const anywhere = ['localhost', 'LOCALHOST:9090', '127.0.0.1:9090', '127.8.0.1', '[::1]:9090', undefined, ''];
  const never = [
    'evil.example',
    'localhost.evil.example:9090',
    'fortnight-0.evil.example',
    '10.0.0.7.evil.example',
    '@',
    'a b',
  ];
  it.each([
    ['127.0.0.1', [], ['10.0.0.7:9090', 'fortnight', 'fortnight.svc']],
    ['10.0.0.7', ['10.0.0.7:9090', '10.0.0.7'], ['10.0.0.8:9090', 'fortnight']],
    ['Health.Inspectors.example', ['health.inspectors.example:9090'], ['other.inspectors.example', '10.0.0.7']],
    [
      '0.0.0.0',
      ['10.0.0.7:9090', '[fd00::7]:9090', 'fortnight-0', 'fortnight-0.fortnight.default.svc.cluster.local:9090'],
      [],
    ],
    ['::', ['10.0.0.7', '[fd00::7]', 'fortnight:9090', 'metrics.fortnight.svc', 'fortnight.internal'], []],
  ])('[H13] at %s: programs by an address or a name that no page can have', (host, also, not) => {
    for (const asked of [...anywhere, ...also]) expect([asked, mayAsk(asked, host)]).toEqual([asked, true]);
    for (const asked of [...never, ...not]) expect([asked, mayAsk(asked, host)]).toEqual([asked, false]);
  });
});
