import type { FetchFunction } from '@slack/web-api';
import type { ReportFile } from '../reports/papers.ts';
import type { Shell } from './shell.ts';
import { escaped } from './text.ts';

/** So many bytes are handed to the connection in one turn. */
const atOnce = 65_536;

async function* inTurns(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += atOnce) {
    yield bytes.subarray(from, from + atOnce);
    await new Promise(setImmediate);
  }
}

/**
 * Sends a file's bytes to the address that Slack gave for it, within so many milliseconds. `filesUploadV2` copies all files at once, each
 * several times, and nobody else has a turn meanwhile; a record may have a hundred megabytes. Slack takes raw bytes:
 * https://docs.slack.dev/reference/methods/files.getUploadURLExternal/
 */
export const sendingBytes =
  (fetch: FetchFunction, within: number) =>
  async (address: string, bytes: Uint8Array): Promise<void> => {
    const sent = {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', 'content-length': String(bytes.length) },
      // The type of the library's fetch has the bodies that it sends itself; fetch takes what comes piece by piece as well.
      body: inTurns(bytes) as unknown as FormData,
      duplex: 'half',
      redirect: 'error' as const,
      signal: AbortSignal.timeout(within),
    };
    const { ok, status } = await fetch(address, sent);
    if (!ok) throw new Error(`Slack did not take the bytes of a file (${status})`);
  };

const inBytes = (content: ReportFile['content']): Uint8Array =>
  typeof content === 'string' ? Buffer.from(content) : content;

/** Sends files to one person in a direct message, and gives where that is. */
export const uploading = ({ once, sender, sendBytes }: Shell) => {
  const taken = async ({ name, content }: ReportFile): Promise<{ id: string; title: string }> => {
    const bytes = inBytes(content);
    const { upload_url = '', file_id = '' } = await once.files.getUploadURLExternal({
      filename: name,
      length: bytes.length,
    });
    await sendBytes(upload_url, bytes);
    return { id: file_id, title: name };
  };

  return async (user: string, note: string, files: readonly ReportFile[]): Promise<string> => {
    const channel_id = await sender.channelTo(user);
    const [first, ...more] = await Promise.all(files.map(taken));
    if (first)
      await once.files.completeUploadExternal({
        channel_id,
        initial_comment: escaped(note),
        files: [first, ...more],
      });
    return channel_id;
  };
};
