import { eachPart, eachPressed, type Message } from '../words/message.ts';

/** A button's words may begin with the inspection they are about: "in northmoor-2013-11-19 edit E-014". Only buttons say so. */
const named = /^in ([a-z0-9-]+) ?([\s\S]*)$/;

export const namedIn = (does: string): { id: string | null; rest: string } => {
  const [, id, rest] = does.match(named) ?? [];
  return id === undefined ? { id: null, rest: does } : { id, rest: rest ?? '' };
};

/** The same words, about this inspection, unless they name one already. */
export const about = (id: string | null, does: string): string =>
  id === null || named.test(does) ? does : `in ${id} ${does}`;

/** What is pressed in an answer goes on about the inspection that the answer was about, wherever it was given. */
export const goingOnAbout = (id: string | null, message: Message): Message =>
  eachPart(message, (part) => eachPressed(part, (each) => ({ ...each, does: about(id, each.does) })));
