import { describe, expect, it } from 'vitest';
import type { Framework } from '../../src/domain/framework.ts';
import { begin, inspectionEvent } from '../../src/domain/inspection.ts';
import { decideStart, startInspection } from '../../src/domain/matters/start.ts';
import { framework } from '../support/frameworks.ts';
import { minute, person } from '../support/given.ts';
import { startNorthmoor } from '../support/sent.ts';

const sif = framework('sif-2013');

const made: Framework = {
  ...sif,
  themes: [
    { id: 'front-door', label: 'The front door' },
    { id: 'permanence', label: 'Planning for permanence' },
  ],
  variants: [
    { id: 'whole', label: 'Whole', confidence: 'sourced' },
    { id: 'again', label: 'Re-inspection', without: ['lscb'], confidence: 'sourced' },
  ],
};

const started = (from: Framework, but: Record<string, unknown>) =>
  decideStart(startInspection.parse(startNorthmoor(from, but)));

const begun = (from: Framework, but: Record<string, unknown>) => {
  const decision = started(from, but);
  if ('refusals' in decision) throw new Error(JSON.stringify(decision.refusals));
  const event = inspectionEvent.parse(JSON.parse(JSON.stringify(decision.events[0])));
  if (event.type !== 'InspectionStarted') throw new Error('An inspection begins with its start');
  return begin('northmoor-2013-11-19', event, { person: person('lead'), at: minute(0), version: 1 });
};

const refusal = (field: string, words: string) => ({
  refusals: [{ field, words: expect.stringContaining(words) }],
});

describe('the framework of an inspection', () => {
  it('[FI2] is in force on the first day on site, or it was confirmed that it is not', () => {
    expect(started(sif, { confirmed: false })).toHaveProperty('events');
    expect(started(sif, { confirmed: false, firstDay: '2013-11-18' })).toEqual(
      refusal('confirmed', 'in force from 19 November 2013 to'),
    );
    expect(started(sif, { confirmed: true, firstDay: '2013-11-18' })).toHaveProperty('events');
  });

  it('[FI3] speaks in words where narrative was chosen, while the start keeps the edition whole', () => {
    const { framework: conducted, chosen } = begun(sif, { narrative: true });
    expect([conducted.output, conducted.scale, conducted.overalls, conducted.rules]).toEqual(['findings', [], [], []]);
    expect(chosen).toMatchObject({ narrative: true, theme: null, variant: sif.variants[0]?.id ?? null });
    expect(started(sif, { narrative: true })).toMatchObject({ events: [{ framework: { output: 'grades' } }] });
  });

  it('[FI3] gives grades in a history from before there was a choice', () => {
    const decision = started(sif, {});
    const { narrative: _, theme: __, variant: ___, ...before } = 'events' in decision ? { ...decision.events[0] } : {};
    expect(inspectionEvent.parse(before)).toMatchObject({ narrative: false, theme: null, variant: null });
  });

  it('[FI4] has one of its themes and one of its variants, where it has any', () => {
    const whole = { variant: 'whole', theme: 'front-door' };
    expect(started(made, { ...whole, theme: null })).toEqual(refusal('theme', 'Choose the theme.'));
    expect(started(made, { ...whole, variant: 'short' })).toEqual(refusal('variant', 'Choose which one it is.'));
    expect(started(sif, { theme: 'front-door' })).toEqual(refusal('theme', 'has no themes'));
    const { framework: conducted } = begun(made, { variant: 'again', theme: 'permanence' });
    expect(conducted.themes).toEqual([made.themes[1]]);
    expect(conducted.areas.map(({ id }) => id)).not.toContain('lscb');
  });
});
