import type { Inspection } from './inspection.ts';

/** Why evidence, grades and findings can be changed no more. */
export const sealedWords = ({ incomplete, framework: { output } }: Inspection): string =>
  incomplete
    ? `This inspection ended incomplete, so evidence and ${output} are sealed. To go on, use /judge reopen.`
    : `This inspection is signed off, so evidence and ${output} are sealed. To change them, use /judge reopen.`;
