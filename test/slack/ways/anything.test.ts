import { describe, expect, it } from 'vitest';
import type { Block, Upshot } from '../../../src/local-slack/index.ts';
import { keptTexts } from '../../../src/slack/kept-texts.ts';
import { judge, page, readyToSign, record, signOff, storedOf, told } from '../../support/acts.ts';
import { choosing, type Fortnight, northmoor, openFortnight, openNorthmoor } from '../../support/fortnight.ts';
import { people } from '../../support/people.ts';

type Pressable = { text?: { text?: string }; value?: string };
const buttonsIn = ({ shown }: Upshot): Pressable[] =>
  shown
    .flatMap(({ blocks }) => blocks as readonly (Block & { elements?: Pressable[] })[])
    .filter(({ type }) => type === 'actions')
    .flatMap(({ elements = [] }) => elements);
const labels = (outcome: Upshot): string[] => buttonsIn(outcome).map(({ text }) => text?.text ?? '');
const pressed = async (
  fortnight: Fortnight,
  who: 'lead' | 'inspector' | 'observer',
  outcome: Upshot,
  label: string,
) => {
  const [said] = outcome.shown;
  if (!said) throw new Error('Nothing was said');
  return fortnight.as(who).press(said, label);
};
const count = async (fortnight: Fortnight): Promise<number> => (await fortnight.entries(northmoor)).length;
const look = 'Evidence: look at it first';

describe('a line typed without the word evidence', () => {
  it.each([
    [
      'help - C-004 Two visits were late',
      { areas: ['help-and-protection'], sign: 'concern', case: 'C-004', text: 'Two visits were late' },
    ],
    ['Help – Two visits were late', { areas: ['help-and-protection'], sign: 'concern', text: 'Two visits were late' }],
    ['leaders + They know their service', { areas: ['leadership'], sign: 'strength', text: 'They know their service' }],
    ['LEADERS ! Nobody was told', { areas: ['leadership'], sign: 'priority-concern', text: 'Nobody was told' }],
    [
      'help C-004 Two visits were late',
      { areas: ['help-and-protection'], case: 'C-004', text: 'Two visits were late' },
    ],
  ])('[JA2] is kept where an area and a sign or a case lead it: %s', async (typed, content) => {
    const fortnight = await openNorthmoor();
    expect(told(await judge(fortnight, 'inspector', typed))).toContain('Saved E-001');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toMatchObject([{ content }]);
  });

  it.each([
    ['leaders They know their service', 'They know their service', ['leadership']],
    ['leaders', '', ['leadership']],
    ['- Two visits were late', 'Two visits were late', []],
    ['+ C-004 Seen alone', 'Seen alone', []],
    ['C-004 Two visits were late', 'Two visits were late', []],
    ['E-014 says otherwise', 'says otherwise', []],
    ['child: I asked twice and nobody came', 'I asked twice and nobody came', []],
    ['• Two visits were late', 'Two visits were late', []],
  ])(
    '[JA3] opens the evidence form with all of it in place where it is not surely evidence: %s',
    async (typed, text, areas) => {
      const fortnight = await openNorthmoor();
      const before = await count(fortnight);
      const { view } = await judge(fortnight, 'inspector', typed);
      expect(view?.callback_id).toBe('form:evidence');
      expect(fortnight.as('inspector').typed()).toMatchObject({ areas });
      expect(fortnight.as('inspector').typed().text ?? '').toContain(text);
      expect(await count(fortnight)).toBe(before);
    },
  );

  it('[JA3] [W7] is refused as evidence is, and given back, to who records none and once all is sealed', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.slack.invite(people.outsider, 'CTEAM');
    for (const typed of ['help - Two visits were late', 'leaders They know it', 'C-004 Two visits']) {
      const observer = told(await judge(fortnight, 'observer', typed));
      expect(observer).toMatch(/may record evidence/);
      expect(observer).toContain(typed);
      const outsider = told(await judge(fortnight, 'outsider', typed));
      expect(outsider).toContain('This inspection is for its team.');
      expect(outsider).toContain(typed);
    }
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    await readyToSign(fortnight);
    await signOff(fortnight);
    const sealed = told(await judge(fortnight, 'inspector', 'help - Two visits were late'));
    expect(sealed).toContain('signed off');
    expect(sealed).toContain('Two visits were late');
    expect(labels(await judge(fortnight, 'inspector', 'xyz late'))).toEqual(['All words']);
  });

  it('[JA2] [A7] asks which inspection, elsewhere than in its channel, and keeps nothing before', async () => {
    const fortnight = await openNorthmoor();
    await fortnight.as('lead').command('COTHER', 'start');
    await fortnight.as('lead').submit({
      'Local authority': 'Southport',
      ...choosing('ilacs-2023', '2013-11-19'),
      'Quality assurance manager': people.qualityAssurance,
    });
    const lead = fortnight.as('lead');
    const channel = await lead.directChannel();
    // A word of the one and not of the other.
    for (const typed of ['adoption - Matching is slow', 'in-care - Reviews are late', 'help - Two visits were late']) {
      expect(page(await lead.command(channel, typed)), typed).toContain('Choose which of your inspections');
      expect(lead.typed().text).toContain(typed.split(' - ')[1]);
      await lead.closeView();
    }
    expect(told(await lead.command(channel, 'K-001'))).toContain('more than one running inspection');
    // What was meant for another word goes on with the choice of the inspection, and no button carries it.
    const unknown = await lead.command(channel, 'concren C-017 Left with nobody');
    const which = await pressed(fortnight, 'lead', unknown, 'Concern');
    expect(JSON.stringify([unknown, which].map(buttonsIn))).not.toContain('Left');
    await pressed(fortnight, 'lead', which, 'Southport');
    expect(lead.typed()).toMatchObject({ text: 'Left with nobody' });
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });
});

describe('help, which is also an area’s word', () => {
  it('[JA4] is help unless a sign or a case follows', async () => {
    const fortnight = await openNorthmoor();
    const all = told(await judge(fortnight, 'inspector', 'help'));
    expect(all).toContain('What you can ask of Fortnight');
    for (const typed of ['--help', '—help', '-h', '?', 'HELP', 'help --help'])
      expect(told(await judge(fortnight, 'inspector', typed)), typed).toMatch(/What you can ask|\/judge help \[word\]/);
    expect(told(await judge(fortnight, 'inspector', 'help GRADE'))).toContain('/judge grade [area]');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
    for (const typed of ['help - Two visits', 'help C-004 Two visits', 'help -- Two visits', 'help + grade'])
      expect(told(await judge(fortnight, 'inspector', typed)), typed).toContain('Saved E-');
  });

  it('[JA4] gives back what follows where that is no word, and records it by a press', async () => {
    const fortnight = await openNorthmoor();
    const typed = 'help Two visits were late';
    const answer = await judge(fortnight, 'inspector', typed);
    expect(told(answer)).toContain(typed);
    expect(told(answer)).not.toContain('What you can ask');
    await pressed(fortnight, 'inspector', answer, look);
    expect(fortnight.as('inspector').typed().text).toContain('Two visits were late');
    expect(labels(await judge(fortnight, 'inspector', 'help garde'))[0]).toBe('Grade');
  });

  it('[JA4] is no area’s word where the framework has none of it', async () => {
    const fortnight = await openNorthmoor('jar-2005');
    await judge(fortnight, 'inspector', 'help - Two visits were late');
    expect(fortnight.as('inspector').typed().text ?? '').toContain('Two visits were late');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });
});

describe('a word that is none of ours', () => {
  it.each([
    ['evidnce help - C-004 Two visits were late', [look, 'All words']],
    ['sumary', ['Summary', look, 'All words']],
    ['timetabel received 2013-12-20', ['Timetable', look, 'All words']],
    ['quokka hops', [look, 'All words']],
    ['delete E-014', ['Withdraw', 'All words']],
  ])('[JA5] is answered in a line with the nearest word first, and with what was typed: %s', async (typed, offered) => {
    const fortnight = await openNorthmoor();
    const answer = await judge(fortnight, 'inspector', typed);
    expect(labels(answer)).toEqual(offered);
    const words = told(answer).replace(typed, '');
    expect(words.split(/\s+/).filter(Boolean).length, words).toBeLessThanOrEqual(20);
    if (typed.includes(' ')) expect(told(answer)).toContain(typed);
  });

  it('[JA5] goes on with the text in its form, and keeps, posts and sends nothing by any of its buttons', async () => {
    const fortnight = await openNorthmoor();
    await record(fortnight, 'inspector', 'help - Seen');
    const before = await count(fortnight);
    const posted = fortnight.slack.channel('CTEAM').messages().length;
    const typed = [
      'evidnce help - C-004 Two visits were late',
      'concren C-017 Left with nobody at all',
      'csae tracked in-care East office',
      'sumary post',
      'timetabel calendar',
      'tody stop',
      'grad help',
      'withdrw E-001',
      'lien Thresholds differ',
      'recomend E-001 Hold them in time',
      'quokka - C-004 Two visits were late',
    ];
    for (const each of typed) {
      const { length } = buttonsIn(await judge(fortnight, 'lead', each));
      for (let place = 0; place < length; place += 1) {
        const answer = await judge(fortnight, 'lead', each);
        await pressed(fortnight, 'lead', answer, labels(answer)[place] ?? '');
        if (fortnight.as('lead').view()) await fortnight.as('lead').closeView();
      }
    }
    expect(await count(fortnight)).toBe(before);
    expect(fortnight.slack.channel('CTEAM').messages()).toHaveLength(posted);
    const answer = await judge(fortnight, 'lead', typed[0] ?? '');
    expect(page(await pressed(fortnight, 'lead', answer, look))).toContain('Not saved yet.');
    expect(fortnight.as('lead').typed()).toMatchObject({ areas: ['help-and-protection'], sign: 'concern' });
    expect(page(await fortnight.as('lead').submit())).toContain('Saved E-002');
  });

  it('[JA5] asks for the area where its word was mistyped and a sign follows', async () => {
    const fortnight = await openNorthmoor();
    const { view } = await judge(fortnight, 'inspector', 'hepl - Two visits were late');
    expect(view?.callback_id).toBe('form:evidence');
    expect(await storedOf(fortnight, 'EvidenceRecorded')).toEqual([]);
  });

  it('[JA8] says in two lines where there is no inspection how to begin, and gives back what was typed', async () => {
    const fortnight = await openFortnight();
    for (const typed of ['quokka hops', 'help - Two visits', 'evidence help - Two visits', 'E-001', '']) {
      const answer = await judge(fortnight, 'lead', typed);
      expect(labels(answer), typed).toContain('Start one here');
      expect(told(answer).split(/\s+/).length, typed).toBeLessThan(30);
      if (/\s/.test(typed)) expect(told(answer)).toContain(typed);
    }
    const [started] = [await judge(fortnight, 'lead', 'strat')];
    expect(labels(started)[0]).toBe('Start');
    await pressed(fortnight, 'lead', started, 'Start');
    expect(fortnight.as('lead').view()?.callback_id).toBe('form:start');
  });
});

describe('what somebody typed, kept while they choose', () => {
  const typed = 'evidnce help - Two quokkas were late';
  const said = 'kept for ten minutes';

  it('[JA6] is in no button, log or count', async () => {
    const fortnight = await openNorthmoor();
    const answer = await judge(fortnight, 'inspector', typed);
    expect(JSON.stringify(buttonsIn(answer))).not.toContain('quokka');
    await pressed(fortnight, 'inspector', answer, look);
    expect([...fortnight.lines, ...fortnight.counts].join('\n')).not.toContain('quokka');
  });

  it('[JA6] is gone once it was used, after ten minutes and after a restart, and the answer says so kindly', async () => {
    const fortnight = await openNorthmoor();
    const used = await judge(fortnight, 'inspector', typed);
    await pressed(fortnight, 'inspector', used, look);
    await fortnight.as('inspector').closeView();
    const gone = await pressed(fortnight, 'inspector', used, look);
    expect(told(gone)).toContain(said);
    await pressed(fortnight, 'inspector', gone, 'Evidence');
    expect(fortnight.as('inspector').view()?.callback_id).toBe('form:evidence');
    await fortnight.as('inspector').closeView();
    const late = await judge(fortnight, 'inspector', typed);
    fortnight.forward(9);
    await fortnight.tick();
    const later = await judge(fortnight, 'inspector', typed);
    fortnight.forward(2);
    await fortnight.tick();
    expect(told(await pressed(fortnight, 'inspector', late, look))).toContain(said);
    await pressed(fortnight, 'inspector', later, look);
    expect(fortnight.as('inspector').typed()).toMatchObject({ text: 'Two quokkas were late' });
    await fortnight.as('inspector').closeView();
    const before = await judge(fortnight, 'inspector', typed);
    await fortnight.restart();
    expect(told(await pressed(fortnight, 'inspector', before, look))).toContain(said);
  });

  it('[JA6] is bounded in number and size: the oldest of a person goes first, then the oldest of all', async () => {
    let moment = 0;
    const keys = Array.from({ length: 400 }, (_, place) => `key-${place}`);
    const kept = keptTexts(
      () => moment,
      () => keys.pop() ?? '',
    );
    const by = (user: string) => ({ team: 'TFORT', user });
    const keep = async (user: string, text: string) => (await kept.keep(by(user), text)) ?? '';
    const own = await Promise.all(['one', 'two', 'three', 'four'].map((text) => keep('UCHI', text)));
    const taken = await Promise.all(own.map((key) => kept.take(by('UCHI'), key)));
    expect(taken).toEqual([null, 'two', 'three', 'four']);
    const [first, second] = [await keep('UANA', 'first'), await keep('UBEN', 'second')];
    for (let each = 0; each < 299; each += 1) await keep(`U${each}`, 'another');
    expect(await kept.take(by('UANA'), first)).toBeNull();
    expect(await kept.take({ team: 'TELSEWHERE', user: 'UBEN' }, second)).toBeNull();
    expect(await kept.take(by('UBEN'), second)).toBe('second');
    expect(await kept.keep(by('UANA'), 'x'.repeat(12_001))).toBeNull();
    const last = await keep('UANA', 'last');
    moment += 10 * 60_000;
    expect(await kept.take(by('UANA'), last)).toBeNull();
  });

  it('[JA6] is given to nobody else who sends its button', async () => {
    const fortnight = await openNorthmoor();
    const answer = await judge(fortnight, 'inspector', typed);
    const [{ value = '' } = {}] = buttonsIn(answer);
    const upshot = await fortnight.as('lead').command('CTEAM', value);
    expect(told(upshot)).toContain('There is no /judge kept.');
    expect(JSON.stringify(upshot)).not.toContain('quokka');
  });
});
