/** What the app must be allowed to do. manifest.yml asks for these, each with its reason there. */
export const neededScopes: readonly string[] = [
  'commands',
  'chat:write',
  'pins:write',
  'groups:read',
  'channels:read',
  'im:history',
  'im:write',
  'files:write',
  'users:read',
];

/** What the workspace did not grant of it. */
export const missingScopes = (granted: readonly string[]): string[] =>
  neededScopes.filter((scope) => !granted.includes(scope));

export const whatIsMissing = (missing: readonly string[]): string => {
  const [scope, permission] = missing.length === 1 ? ['the scope', 'it'] : ['the scopes', 'them'];
  return `Fortnight lacks ${scope} ${missing.join(', ')}. Add ${permission} under OAuth & Permissions, then install the app again.`;
};
