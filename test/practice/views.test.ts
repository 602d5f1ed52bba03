import { describe, expect, it } from 'vitest';
import { createViews } from '../../src/local-slack/views.ts';

const text = (words: string) => ({ type: 'plain_text', text: words });
const modal = (more: object) =>
  JSON.parse(JSON.stringify({ view: { type: 'modal', title: text('Form'), blocks: [], ...more } }));
const home = (words: string) =>
  JSON.parse(JSON.stringify({ view: { type: 'home', blocks: [{ type: 'section', text: text(words) }] } }));

const opened = () => {
  let count = 0;
  const views = createViews('T0', () => {
    count += 1;
    return String(count);
  });
  const view = views.open('U0ANA', modal({}));
  if (typeof view === 'string') throw new Error(view);
  return { views, view };
};
const at = (id: string, hash: string) => ({ id, externalId: '', hash });

describe('A form that stands open', () => {
  it('[K54] is not changed over a change that the app did not know of', () => {
    const { views, view } = opened();
    const changed = views.update(at(view.id, view.hash), modal({ callback_id: 'first' }));
    expect(changed).toMatchObject({ id: view.id, callback_id: 'first' });
    expect(views.update(at(view.id, view.hash), modal({ callback_id: 'second' }))).toBe('hash_conflict');
    expect(views.update(at(view.id, ''), modal({ callback_id: 'third' }))).toMatchObject({ callback_id: 'third' });
    expect(views.update(at('VNONE', ''), modal({}))).toBe('not_found');
  });

  it('[K54] nor is a Home', () => {
    const { views } = opened();
    const first = views.publish('U0ANA', home('One'), '');
    if (typeof first === 'string') throw new Error(first);
    expect(views.publish('U0ANA', home('Two'), first.hash)).toMatchObject({ id: first.id });
    expect(views.publish('U0ANA', home('Three'), first.hash)).toBe('hash_conflict');
    expect(views.publish('U0BEN', home('Ben’s'), first.hash)).toMatchObject({ type: 'home' });
  });

  it('[K55] is not above 250 kB, and its external_id stands once', () => {
    const { views, view } = opened();
    const blocks = Array.from({ length: 90 }, () => ({ type: 'section', text: text('x'.repeat(2900)) }));
    expect(views.update(at(view.id, ''), modal({ blocks }))).toBe('view_too_large');
    expect(views.push('U0ANA', view.id, modal({ external_id: 'evidence' }))).toMatchObject({
      previous_view_id: view.id,
    });
    expect(views.open('U0BEN', modal({ external_id: 'evidence' }))).toBe('duplicate_external_id');
    expect(views.push('U0ANA', 'VNONE', modal({}))).toBe('view_not_found');
  });
});
