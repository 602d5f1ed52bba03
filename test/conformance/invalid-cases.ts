import { checkBlock } from './blocks.ts';
import type { Check } from './checks.ts';
import { plainText } from './checks.ts';
import { elements } from './elements.ts';
import { boxOption, confirmation, menuOption, optionGroup } from './objects.ts';
import { chart } from './tables.ts';

/** What each published case of an invalid payload looks like: the manifest says only in words which limit it breaks. */
type Case = { of: Check; value: unknown } | { view: Record<string, unknown> };

const x = (length: number): string => 'x'.repeat(length);
const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const times = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);

const option = (change: object = {}) => ({ text: plain('A'), value: 'a', ...change });
const group = (change: object = {}) => ({ label: plain('Group'), options: [option()], ...change });
const sure = { title: plain('Sure?'), text: plain('Sure?'), confirm: plain('Yes'), deny: plain('No') };
const pressed = { type: 'button', text: plain('Press'), action_id: 'press' };

const element = (type: string, change: object): Case => ({
  of: elements[type] ?? menuOption,
  value: { type, action_id: 'a', ...change },
});
const block = (type: string, change: object): Case => ({ of: checkBlock, value: { type, ...change } });
const confirm = (change: object): Case => ({ of: confirmation, value: { ...sure, ...change } });
const button = (change: object): Case => element('button', { text: plain('Press'), ...change });
const image = (change: object): Case =>
  element('image', { image_url: 'https://example.org/a.png', alt_text: 'a', action_id: undefined, ...change });
const select = (change: object): Case => element('static_select', { options: [option()], ...change });
const input = (change: object): Case =>
  block('input', { label: plain('Label'), element: { type: 'plain_text_input', action_id: 'a' }, ...change });
const video = (change: object): Case =>
  block('video', {
    video_url: 'https://example.org/v',
    thumbnail_url: 'https://example.org/t',
    alt_text: 'a',
    title: plain('t'),
    ...change,
  });
const view = (change: Record<string, unknown>): Case => ({
  view: { type: 'modal', title: plain('Title'), blocks: [{ type: 'divider' }], ...change },
});
const card = (change: object): Case => block('card', { title: mrkdwn('Card'), ...change });
const container = (change: object): Case =>
  block('container', { title: plain('Box'), child_blocks: [{ type: 'divider' }], ...change });
const feedback = (change: object): Case => {
  const one = { text: plain('Good'), value: 'good' };
  return block('context_actions', {
    elements: [
      { type: 'feedback_buttons', action_id: 'a', positive_button: { ...one, ...change }, negative_button: one },
    ],
  });
};
const raw = (text: string) => ({ type: 'raw_text', text });
const table = (change: object): Case => block('table', { rows: [[raw('a'), raw('b')]], ...change });
const dataTable = (change: object): Case =>
  block('data_table', { caption: 'Scores', rows: times(2, [raw('a')]), ...change });
const shown = (chart: object): Case => block('data_visualization', { title: 'Chart', chart });
const segment = { label: 'A', value: 1 };
const series = { name: 'A', data: [segment] };
const bar = (change: object): Case =>
  shown({ type: 'bar', series: [series], axis_config: { categories: ['A'] }, ...change });
const pie = (...segments: object[]): Case => shown({ type: 'pie', segments });

export const invalidCases: Record<string, Case> = {
  'text-empty': { of: plainText(), value: plain('') },
  'text-too-long': { of: plainText(), value: plain(x(3001)) },
  'button-action-id-too-long': button({ action_id: x(256) }),
  'button-text-too-long': button({ text: plain(x(76)) }),
  'button-url-too-long': button({ url: x(3001) }),
  'button-value-too-long': button({ value: x(2001) }),
  'button-accessibility-label-too-long': button({ accessibility_label: x(76) }),
  'confirmation-title-too-long': confirm({ title: plain(x(101)) }),
  'confirmation-text-too-long': confirm({ text: plain(x(301)) }),
  'confirmation-confirm-too-long': confirm({ confirm: plain(x(31)) }),
  'confirmation-deny-too-long': confirm({ deny: plain(x(31)) }),
  'option-text-too-long': { of: menuOption, value: option({ text: plain(x(76)) }) },
  'option-value-too-long': { of: menuOption, value: option({ value: x(151) }) },
  'option-url-too-long': { of: boxOption, value: option({ url: '😀'.repeat(3001) }) },
  'option-description-too-long': { of: boxOption, value: option({ description: plain(x(76)) }) },
  'option-group-label-too-long': { of: optionGroup, value: group({ label: plain(x(76)) }) },
  'option-group-empty': { of: optionGroup, value: group({ options: [] }) },
  'option-group-too-many-options': { of: optionGroup, value: group({ options: times(101, option()) }) },
  'select-placeholder-too-long': select({ placeholder: plain(x(151)) }),
  'select-too-many-options': select({ options: times(101, option()) }),
  'select-too-many-option-groups': select({ options: undefined, option_groups: times(101, group()) }),
  'static-select-options-and-groups': select({ option_groups: [group()] }),
  'overflow-empty': element('overflow', { options: [] }),
  'overflow-too-many-options': element('overflow', { options: times(6, option()) }),
  'checkboxes-empty': element('checkboxes', { options: [] }),
  'checkboxes-too-many-options': element('checkboxes', { options: times(11, option()) }),
  'radio-buttons-empty': element('radio_buttons', { options: [] }),
  'radio-buttons-too-many-options': element('radio_buttons', { options: times(11, option()) }),
  'url-source-url-empty': element('url', { url: '', text: 'a', action_id: undefined }),
  'url-source-url-too-long': element('url', { url: x(3001), text: 'a', action_id: undefined }),
  'table-too-many-rows': table({ rows: times(101, [raw('a'), raw('b')]) }),
  'table-ragged-rows': table({ rows: [[raw('a'), raw('b')], [raw('a')]] }),
  'table-column-settings-mismatch': table({ column_settings: [{ align: 'left' }] }),
  'file-input-max-files-too-small': element('file_input', { max_files: 0 }),
  'file-input-max-files-too-large': element('file_input', { max_files: 11 }),
  'plain-text-input-max-length-too-large': element('plain_text_input', { max_length: 3001 }),
  'number-input-inverted-range': element('number_input', { is_decimal_allowed: false, min_value: '2', max_value: '1' }),
  'image-url-too-long': image({ image_url: x(3001) }),
  'image-alt-text-too-long': image({ alt_text: x(2001) }),
  'image-url-and-slack-file': image({ slack_file: { id: 'F1' } }),
  'actions-too-many-elements': block('actions', { elements: times(26, pressed) }),
  'context-too-many-elements': block('context', { elements: times(11, plain('a')) }),
  'context-invalid-element': block('context', { elements: [pressed] }),
  'header-text-too-long': block('header', { text: plain(x(151)) }),
  'input-label-too-long': input({ label: plain(x(2001)) }),
  'input-hint-too-long': input({ hint: plain(x(2001)) }),
  'input-invalid-element': input({ element: pressed }),
  'markdown-empty': block('markdown', { text: '' }),
  'markdown-too-long': block('markdown', { text: x(12_001) }),
  'section-text-too-long': block('section', { text: plain(x(3001)) }),
  'section-too-many-fields': block('section', { fields: times(11, plain('a')) }),
  'section-field-too-long': block('section', { fields: [plain(x(2001))] }),
  'section-missing-content': block('section', {}),
  'block-id-too-long': block('divider', { block_id: x(256) }),
  'video-alt-text-empty': video({ alt_text: '' }),
  'video-alt-text-too-long': video({ alt_text: x(201) }),
  'video-title-too-long': video({ title: plain(x(201)) }),
  'video-author-name-too-long': video({ author_name: x(51) }),
  'video-description-too-long': video({ description: plain(x(201)) }),
  'video-provider-name-too-long': video({ provider_name: x(51) }),
  'view-missing-blocks': view({ blocks: [] }),
  'view-too-many-blocks': view({ blocks: times(101, { type: 'divider' }) }),
  'view-private-metadata-too-long': view({ private_metadata: x(3001) }),
  'view-callback-id-too-long': view({ callback_id: x(256) }),
  'view-title-too-long': view({ title: plain(x(25)) }),
  'view-close-too-long': view({ close: plain(x(25)) }),
  'view-submit-too-long': view({ submit: plain(x(25)) }),
  'alert-text-too-long': block('alert', { text: mrkdwn(x(201)) }),
  'card-title-too-long': card({ title: mrkdwn(x(151)) }),
  'card-subtitle-too-long': card({ subtitle: mrkdwn(x(151)) }),
  'card-body-too-long': card({ body: mrkdwn(x(201)) }),
  'card-subtext-too-long': card({ subtext: mrkdwn(x(201)) }),
  'card-too-many-actions': card({ actions: times(4, pressed) }),
  'carousel-empty': block('carousel', { elements: [] }),
  'carousel-too-many-cards': block('carousel', { elements: times(11, { type: 'card', title: mrkdwn('Card') }) }),
  'container-title-too-long': container({ title: plain(x(151)) }),
  'container-subtitle-too-long': container({ subtitle: mrkdwn(x(151)) }),
  'container-too-many-child-blocks': container({ child_blocks: times(11, { type: 'divider' }) }),
  'context-actions-too-many-elements': block('context_actions', {
    elements: times(6, { type: 'icon_button', icon: 'trash', text: plain('Delete') }),
  }),
  'feedback-button-text-too-long': feedback({ text: plain(x(76)) }),
  'feedback-button-value-too-long': feedback({ value: x(2001) }),
  'feedback-button-accessibility-label-too-long': feedback({ accessibility_label: x(76) }),
  'icon-button-too-many-visible-users': element('icon_button', {
    icon: 'trash',
    text: plain('Delete'),
    visible_to_user_ids: times(11, 'U1'),
  }),
  'data-table-too-few-rows': dataTable({ rows: [[raw('a')]] }),
  'data-table-too-many-rows': dataTable({ rows: times(202, [raw('a')]) }),
  'data-table-too-few-columns': dataTable({ rows: times(2, []) }),
  'data-table-too-many-columns': dataTable({ rows: times(2, times(21, raw('a'))) }),
  'data-table-page-size-too-small': dataTable({ page_size: 0 }),
  'data-table-page-size-too-large': dataTable({ page_size: 101 }),
  'data-table-cell-text-empty': dataTable({ rows: times(2, [raw('')]) }),
  'data-table-content-too-long': dataTable({ rows: times(2, [raw(x(10_001))]) }),
  'data-visualization-title-too-long': block('data_visualization', {
    title: x(51),
    chart: { type: 'pie', segments: [segment] },
  }),
  'pie-chart-empty': pie(),
  'pie-chart-too-many-segments': pie(...times(13, segment)),
  'chart-segment-label-too-long': pie({ label: x(21), value: 1 }),
  'chart-segment-value-not-positive': pie({ label: 'A', value: 0 }),
  'chart-series-empty': bar({ series: [] }),
  'chart-too-many-series': bar({ series: times(13, series) }),
  'data-series-name-too-long': bar({ series: [{ ...series, name: x(21) }] }),
  'data-series-empty': bar({ series: [{ ...series, data: [] }] }),
  'data-series-too-many-points': bar({ series: [{ ...series, data: times(21, segment) }] }),
  'data-point-label-too-long': bar({ series: [{ ...series, data: [{ label: x(21), value: 1 }] }] }),
  'axis-categories-empty': bar({ axis_config: { categories: [] } }),
  'axis-too-many-categories': bar({ axis_config: { categories: times(21, 'A') } }),
  'axis-category-label-too-long': bar({ axis_config: { categories: [x(21)] } }),
  'axis-label-too-long': {
    of: chart,
    value: { type: 'bar', series: [series], axis_config: { categories: ['A'], x_label: x(51) } },
  },
};
