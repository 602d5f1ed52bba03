import type { Stage } from '../../src/domain/matters/report.ts';
import type { Sent } from './sent.ts';

/** Commands about the paper that an inspection ends in, as they are sent. */

export const writeSection = (section: string, ...parts: readonly string[]): Sent => ({
  type: 'WriteSection',
  section,
  ...Object.fromEntries(parts.map((part, place) => [`part${place + 1}`, part])),
});
export const rewriteSection = (item: string, ...parts: readonly string[]): Sent => {
  const { section: _, ...said } = writeSection('', ...parts);
  return { ...said, type: 'CorrectItem', of: 'section', item };
};
export const returnSection = (section: string, remark = 'Say what it meant for children'): Sent => ({
  type: 'ReturnSection',
  section,
  remark,
});
export const keepVersion = (stage: Stage): Sent => ({ type: 'KeepReportVersion', stage });
