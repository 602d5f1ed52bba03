import type { Fortnight } from './fortnight.ts';
import { wordsIn } from './office.ts';
import { people, type Who } from './people.ts';

export type SentFile = { name: string; text: string; bytes: Buffer };

/** The files that somebody was sent, in order, and what stood above them. */
export const filesSentTo = async ({ slack }: Fortnight, who: Who): Promise<{ note: string; files: SentFile[] }> => {
  const messages = slack.directMessages(people[who]);
  const listed = messages.flatMap((message) => (message.files ?? []) as { id: string; name: string }[]);
  const files = listed.map(async ({ id, name }) => {
    const bytes = await slack.file(id);
    return { name, bytes, text: wordsIn(name, bytes) };
  });
  return { note: messages.map(({ text }) => text).join('\n'), files: await Promise.all(files) };
};
