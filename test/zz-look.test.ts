import { it } from 'vitest';
import { framework, given, under } from './support/given.ts';
import { evidence } from './support/sent.ts';
import { compareMessage } from '../src/words/comparing.ts';
import { plainText } from '../src/words/message.ts';
import { summaryOf } from '../src/domain/summary.ts';
import { previous } from '../commands/previous.ts';
import { beforeSigning } from '../src/words/before-signing.ts';
import { frameworks } from './support/given.ts';
const long = 'Decisions to hold strategy discussions were late in most cases and nobody had noticed that they were & why. '.repeat(20);
it('look', () => {
  let story = under('sif-2013').settled();
  for (let i = 0; i < 30; i += 1)
    story = story.and({ type: 'EnterPrevious', framework: framework(i % 2 ? 'sif-2013' : 'slac-2009'), published: `20${String(10 + (i % 4)).padStart(2,'0')}-0${1 + (i % 9)}-11`, grades: i % 2 ? { overall: 'inadequate', 'help-and-protection': 'requires-improvement', leadership: 'outstanding' } : Object.fromEntries(framework('slac-2009').areas.map((a) => [a.id, 'good'])), recommendations: Array.from({ length: 30 }, (_, n) => `${n + 1} ${long}`) }, 'lead');
  story = story.and({ type: 'SetContext', children: '96,000', offices: '6', structure: 'trust', partners: long, note: long }, 'lead');
  const s = story.state();
  const m = plainText(compareMessage(s, { readable: [s, s, s, s, s, s, s, s].map((x, i) => ({ ...x, id: `x${i}`, authority: `Authority ${i} ${'long name '.repeat(12)}` })), published: [] }));
  console.log('COMPARE', m.length, '\n' + m);
  const ask = { inspection: s, member: { role: 'lead', user: 'UANA' }, at: story.now, words: '', frameworks: frameworks.all, by: { team: 'TFORT', user: 'UANA' } } as any;
  const reply: any = previous.asked(ask);
  const list = plainText(reply.seen([]).say);
  console.log('LIST', list.length, '\n' + list);
  const one = plainText((previous.asked({ ...ask, words: 'V-003' }) as any).say);
  console.log('ONE', one.length, '\n' + one);
  const b = plainText({ parts: beforeSigning(s, story.now) });
  console.log('SIGN', b.length, '\n' + b);
  console.log('EMPTY\n' + plainText(compareMessage(given(framework('sif-2013')).state(), { readable: [], published: [] })));
  console.log('EMPTY LIST\n' + plainText((previous.asked({ ...ask, inspection: given(framework('sif-2013')).state() }) as any).seen([]).say));
});
