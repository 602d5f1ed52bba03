import { expect, it } from 'vitest';
import { casesFrom, describeAgainst, filesFrom } from '../support/oracles.ts';
import { blocks, checkBlock } from './blocks.ts';
import { anyText, type Check, type Complaint, isObject, startAt } from './checks.ts';
import { elements } from './elements.ts';
import { invalidCases } from './invalid-cases.ts';
import {
  boxOption,
  confirmation,
  conversationFilter,
  dispatchConfig,
  optionGroup,
  parameter,
  trigger,
  workflow,
} from './objects.ts';
import { checkMessage, checkView } from './of.ts';
import { published } from './published.ts';
import { richTextElements, richTextParts } from './rich-text.ts';

const valid = 'block-kit/fixtures/valid';

const validOf = (kind: string): string[] => filesFrom('slack', valid, kind);

const complaintsOf = (check: Check, value: unknown, surface: 'message' | 'modal' = 'message'): Complaint[] => {
  const complaints: Complaint[] = [];
  check(value, startAt('it', surface, complaints));
  return complaints;
};

const typed =
  (checks: Record<string, Check>): Check =>
  (value, at) => {
    const check = isObject(value) ? checks[String(value.type)] : undefined;
    if (check) check(value, at);
    else at.complain('type', 'no check for it');
  };

/** The objects have no type: their check is told by the file's name. */
const objects: [string, Check][] = [
  ['confirmation', confirmation],
  ['conversation_filter', conversationFilter],
  ['dispatch_action', dispatchConfig],
  ['input_parameter', parameter],
  ['option_group', optionGroup],
  ['option', boxOption],
  ['text', anyText()],
  ['trigger', trigger],
  ['workflow', workflow],
];
const objectCheck = (file: string): Check => objects.find(([start]) => file.startsWith(start))?.[1] ?? typed({});

/** Each published invalid case, with the limit that it breaks. */
const publishedCases = (): [string, string][] => {
  const manifest = published('block-kit/fixtures/invalid/manifest.json');
  const cases = isObject(manifest) && Array.isArray(manifest.cases) ? manifest.cases : [];
  return cases.map(({ id, constraint }) => [id, constraint]);
};

const modalOnly = ['alert_block.json', 'input_block_only.json'];

describeAgainst('slack', 'the check of Block Kit', () => {
  it.each(validOf('blocks'))('[K40] takes the valid block %s', (file) => {
    expect(
      complaintsOf(checkBlock, published(`${valid}/blocks/${file}`), modalOnly.includes(file) ? 'modal' : 'message'),
    ).toEqual([]);
  });
  it.each(validOf('elements'))('[K40] takes the valid element %s', (file) => {
    expect(complaintsOf(typed(elements), published(`${valid}/elements/${file}`))).toEqual([]);
  });
  it.each(validOf('objects'))('[K40] takes the valid object %s', (file) => {
    expect(complaintsOf(objectCheck(file), published(`${valid}/objects/${file}`))).toEqual([]);
  });
  it.each(validOf('rich_text'))('[K40] takes the valid rich text %s', (file) => {
    expect(
      complaintsOf(
        typed({ ...richTextElements, ...richTextParts, ...blocks }),
        published(`${valid}/rich_text/${file}`),
      ),
    ).toEqual([]);
  });
  it.each(validOf('views'))('[K40] takes the valid view %s', (file) => {
    expect(checkView(published(`${valid}/views/${file}`))).toEqual([]);
  });
  // Their texts are empty, which Slack takes and this house does not; two repeat a block_id, which Slack's reference advises against.
  const beyondSlack = ['message.text', 'block_id.unique'];
  it.each(validOf('messages'))('[K40] takes the valid message %s, but for what this house adds', (file) => {
    const complaints = checkMessage(published(`${valid}/messages/${file}`));
    expect(complaints.filter(({ rule }) => !beyondSlack.includes(rule))).toEqual([]);
  });
  it.each(validOf('attachments'))('[K40] takes the valid attachment %s', (file) => {
    expect(checkMessage({ text: 'x', attachments: [published(`${valid}/attachments/${file}`)] })).toEqual([]);
  });

  const refused = casesFrom('slack', publishedCases, ['each', 'its limit']);
  it.each(refused)('[K41] refuses %s by its limit', (id, constraint) => {
    const broken = invalidCases[id];
    if (!broken) throw new Error(`the published case ${id} is not built here`);
    const rules = ('view' in broken ? checkView(broken.view) : complaintsOf(broken.of, broken.value, 'modal')).map(
      ({ rule }) => rule,
    );
    expect(rules).toContain(constraint);
  });
  it('[K41] builds no case that is not published', () => {
    expect(Object.keys(invalidCases).sort()).toEqual(refused.map(([id]) => id).sort());
  });
});
