import type { Directory } from '../directory.ts';
import { app } from '../identity.ts';
import { type Method, refused } from '../inside.ts';
import { type JsonObject, textIn } from '../json.ts';
import type { Person } from '../workspace.ts';
import { lackingScope } from './access.ts';

/** A person as users.info gives them. */
export const userOf = (directory: Directory, { id, name, realName, kind, team }: Person): JsonObject => {
  const teamId = team ?? directory.team.id;
  return {
    id,
    team_id: teamId,
    ...(kind === 'other-workspace' && {
      enterprise_user: { id, enterprise_id: 'E0OURS', enterprise_name: 'Ours', teams: [teamId, directory.team.id] },
    }),
    ...(kind === 'other-organisation' && {
      enterprise_user: { id, enterprise_id: 'E0THEIRS', enterprise_name: 'Theirs', teams: [teamId] },
    }),
    name,
    deleted: kind === 'deactivated',
    real_name: realName,
    tz: 'Europe/London',
    tz_label: 'Greenwich Mean Time',
    tz_offset: 0,
    profile: {
      real_name: realName,
      real_name_normalized: realName,
      display_name: name,
      display_name_normalized: name,
      team: teamId,
    },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: kind === 'guest' || kind === 'single-channel guest',
    is_ultra_restricted: kind === 'single-channel guest',
    is_bot: kind === 'bot',
    is_app_user: false,
    updated: 0,
  };
};

const appAccount: Person = { id: app.userId, name: 'fortnight', realName: app.name, kind: 'bot' };

const info: Method = (asked, { directory }) => {
  const lacking = lackingScope(directory, ['users:read']);
  if (lacking) return lacking;
  const person = asked.user === app.userId ? appAccount : directory.person(textIn(asked.user));
  return person ? { ok: true, user: userOf(directory, person) } : refused('user_not_found');
};

const list: Method = (_asked, { directory }) =>
  lackingScope(directory, ['users:read']) ?? {
    ok: true,
    members: [appAccount, ...directory.people()].map((person) => userOf(directory, person)),
    response_metadata: { next_cursor: '' },
  };

export const peopleMethods: Record<string, Method> = { 'users.info': info, 'users.list': list };
