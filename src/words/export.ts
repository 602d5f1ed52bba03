import type { Inspection } from '../domain/inspection.ts';
import { counted, type Message, says } from './message.ts';

type Head = { version: number; hash: string };

/** A paper that is asked for by itself, each as Word and Excel; with the word after which its files are named. */
export type TabledPaper = 'comments' | 'plan';
/** The paper that the inspection ends in, as Word and Markdown: its name, and the entry that kept that version; null: as it stands. */
export type ReportAsked = { name: string; version: number | null };
export type AskedPaper = TabledPaper | ReportAsked;
export const namesOfPaper = (id: string, paper: AskedPaper): [word: string, other: string] =>
  typeof paper === 'string'
    ? [`${id}.${paper}.docx`, `${id}.${paper}.xlsx`]
    : [`${paper.name}.docx`, `${paper.name}.md`];

/** A file that somebody is sent, and what stands above it. */
export type SentFile = { name: string; content: string; note: string };

/** Said before it is sent. */
export const fileComes = ({ name }: SentFile): Message => says(`${name} comes in a direct message from Fortnight.`);

/** Said where it could not be sent. */
export const fileNotSent = ({ name }: SentFile, refused: string | null, quoted: string): string =>
  `${name} could not be sent${refused ? `: Slack did not take it (${refused})` : ''}. Ask for it again; if it stays so, quote ${quoted} to whoever runs Fortnight.`;

/** Said once it is kept, before anything is sent. */
export const tookOut = (hash: string): Message =>
  says(
    `The record now says that you took it out (${hash.slice(0, 6)}).`,
    'The files come in a direct message from Fortnight.',
  );

/** What stands above the files that somebody is sent. */
export const takenOutNote = (
  { id, authority }: Inspection,
  head: Head,
  restricted: Head | null,
  wordless: number,
): string =>
  [
    `${authority}: the record as it stands, ${counted(head.version, 'entry', 'entries')}.`,
    `${id}.docx is the copy to read, ${id}.xlsx the same as tables, ${id}.jsonl the record itself.`,
    ...(restricted ? ['The restricted record is with it, for those who may read it and nobody else.'] : []),
    ...(wordless > 0
      ? [
          `${counted(wordless, 'entry stands', 'entries stand')} in it without words: what was erased, answers to a blind round that is open or shows no names, and what people set for themselves.`,
        ]
      : []),
    `To check it, put the files into one folder and run: node verify.mjs --head ${head.version}:${head.hash}`,
    'Slack keeps these files too. Delete this message once you have saved them where they belong.',
  ].join('\n');

/** What stands above one paper of it. */
export const paperNote = ({ id, authority }: Inspection, { version, hash }: Head, paper: AskedPaper): string =>
  `${authority}: ${namesOfPaper(id, paper).join(' and ')}, from the record ${typeof paper === 'object' && paper.version !== null ? `up to its entry ${paper.version}` : 'as it stands'} (${version}:${hash.slice(0, 12)}). Slack keeps these files too. Delete this message once you have saved them where they belong.`;

/** Said where the files could not be sent. */
export const nothingWasSent = ({ authority }: Inspection, refused: string | null, quoted: string): string =>
  refused
    ? `${authority}: Slack did not take the files (${refused}), so you have none of them. Ask for them again; if it stays so, quote ${quoted} to whoever runs Fortnight.`
    : `${authority}: the files could not be sent. Look above; if they are not there, ask again, or quote ${quoted} to whoever runs Fortnight.`;
