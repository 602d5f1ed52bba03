import { randomBytes } from 'node:crypto';

/** The installed app, as the local workspace knows it. The tokens open nothing but this process. */
export const app = {
  id: 'A0FORTNIGHT',
  botId: 'B0FORTNIGHT',
  userId: 'U0FORTNIGHT',
  name: 'Fortnight',
  botToken: 'xoxb-local-bot',
  appToken: 'xapp-local-app',
  signingSecret: 'local-signing-secret',
  verificationToken: 'local-verification-token',
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
