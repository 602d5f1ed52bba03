/** What was typed after a word of /judge that takes a text. `new` alone asks for the empty form, as after every other word. */
export const textAfter = (words: string): string => (/^\s*new\s*$/i.test(words) ? '' : words.trim());

/** One word says too little to be kept at once, and may have been meant as a part of the command. */
export const isOneWord = (text: string): boolean => /^\S+$/.test(text);
