import type { FetchFunction } from '@slack/web-api';
import type { Shown } from '../../src/slack/doctor.ts';

type Asked = Readonly<Record<string, string>>;

/** What Slack answers beside its yes. */
const answers: Readonly<Record<string, (asked: Asked) => object>> = {
  'conversations.open': ({ users }) => ({ channel: { id: `D${users}` } }),
  'conversations.info': () => ({ channel: { is_private: true, is_member: true } }),
  'users.info': ({ user }) => ({ user: { team_id: 'T0', real_name: `${user} Invented` } }),
  'chat.postMessage': ({ channel }) => ({ channel, ts: '1385000000.000100' }),
  'files.getUploadURLExternal': () => ({ upload_url: 'https://files.invalid/', file_id: 'F0' }),
};

/** Says yes to whatever the app asks of Slack, keeps what it would show, and reaches nobody. */
export const standIn =
  (members: readonly string[], heard: (shown: Shown) => void): FetchFunction =>
  async (address, init) => {
    const method = new URL(String(address)).pathname.split('/').at(-1) ?? '';
    const given = new URLSearchParams(typeof init?.body === 'string' ? init.body : '');
    const { view, blocks, text = '', ...asked }: Asked = Object.fromEntries(given);
    if (view) heard({ as: 'view', what: JSON.parse(view) });
    if (blocks) heard({ as: 'message', what: { blocks: JSON.parse(blocks), text } });
    return new Response(JSON.stringify({ ok: true, members, ...answers[method]?.(asked) }));
  };
