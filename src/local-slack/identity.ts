import { randomBytes } from 'node:crypto';

const secret = (): string => randomBytes(16).toString('hex');
const tokens: string[] = [];
/** Another one in every process, so that nobody elsewhere can know it. */
export const newToken = (kind: string): string => {
  const token = `${kind}-local-${secret()}`;
  tokens.push(token);
  return token;
};
/** One of these, or what a person's was made of. */
export const isToken = (text: string): boolean =>
  tokens.some((token) => text === token || text.startsWith(`${token}-`));

/** The installed app, as the local workspace knows it. The tokens open nothing but this process. */
export const app = {
  id: 'A0FORTNIGHT',
  botId: 'B0FORTNIGHT',
  userId: 'U0FORTNIGHT',
  name: 'Fortnight',
  botToken: newToken('xoxb'),
  appToken: newToken('xapp'),
  signingSecret: secret(),
  verificationToken: secret(),
};

/** A new id as Slack's look: a letter for the kind, then capitals and digits. Never the same twice, also not between two starts. */
export const newId = (letter: string): string => `${letter}${randomBytes(5).toString('hex').toUpperCase()}`;

export const newTriggerId = (now: Date): string =>
  `${Math.floor(now.getTime() / 1000)}.${randomBytes(4).readUInt32BE()}.${randomBytes(16).toString('hex')}`;

/** Times as Slack writes them (`1512085950.000216`): the given clock's seconds, and a count that makes each one new. */
export const timestamps = (now: () => Date): (() => string) => {
  let count = 0;
  return () => {
    count = (count + 1) % 1_000_000;
    return `${Math.floor(now().getTime() / 1000)}.${String(count).padStart(6, '0')}`;
  };
};
