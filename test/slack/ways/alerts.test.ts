import { describe, expect, it } from 'vitest';
import { fillIn, page, something } from '../../support/acts.ts';
import { type Fortnight, openNorthmoor } from '../../support/fortnight.ts';

const named = { ...something, 'What did you find?': 'Jessica Brown was seen late.' };
/** The kinds of block above the field that is asked about, and what they say. */
const asked = async (fortnight: Fortnight) => {
  const { view } = await fillIn(fortnight, 'inspector', 'evidence', named);
  const at = view?.blocks.findIndex(({ block_id }) => block_id === 'keepNames') ?? -1;
  return { type: view?.blocks[at - 1]?.type, words: page({ view }) };
};
const questions = ({ slack }: Fortnight) => slack.calls.filter(({ method }) => method === 'blocks.validate');

describe('a warning in a form', () => {
  it('[M28] is an alert where Slack said at the start that it takes one, and is asked about once', async () => {
    const fortnight = await openNorthmoor();
    const { type, words } = await asked(fortnight);
    expect(type).toBe('alert');
    expect(words).toContain('Not saved yet: this may be a person’s name: Jessica Brown.');
    expect(questions(fortnight)).toHaveLength(1);
  });

  it.each([
    ['refuses one', { error: 'invalid_view' }],
    ['does not know the method', { error: 'unknown_method' }],
    ['answers with an error', { status: 503 }],
    ['does not answer', 'timeout'],
  ] as const)('[M28] is a plain section where Slack %s, and the start goes on', async (_, fault) => {
    const fortnight = await openNorthmoor();
    await fortnight.restart(() => fortnight.slack.fail('blocks.validate', fault, 1));
    const { type, words } = await asked(fortnight);
    expect(type).toBe('section');
    expect(words).toContain('Not saved yet: this may be a person’s name: Jessica Brown.');
  });
});
