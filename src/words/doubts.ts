import type { Doubt } from '../domain/recording/line.ts';

/** What is asked about a line that holds what may have been meant for a mark. */
const asked: Record<Exclude<Doubt['about'], 'mistyped'>, string> = {
  area: 'may be the area or a word of the sentence. Choose the area; the text is whole below.',
  sign: 'says neither + nor - nor ! surely. Choose what it is.',
  case: 'may name a case. Give its number under Case, such as C-017, or leave it empty.',
  source: 'may say whose voice it is, or be a part of the sentence. Choose the source.',
  link: 'may name a line of enquiry. Choose it below, or leave it empty.',
};

export const doubtsInWords = (doubts: readonly Doubt[]): string[] =>
  doubts.map((doubt) =>
    doubt.about === 'mistyped'
      ? `“${doubt.typed}” is no area’s word. Did you mean “${doubt.meant}”? It is chosen below.`
      : `“${doubt.typed}” ${asked[doubt.about]}`,
  );
