import { type At, isObject } from './checks.ts';
import { methodCalled } from './published.ts';

/** Arguments that travel as JSON within a form: the published type is text, what was meant is a list or an object. */
const jsonWithinText = ['view', 'blocks', 'attachments', 'metadata', 'files', 'file_ids', 'unfurls', 'prompts'];

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A form sends everything as text: "true" is a truth, "12" a number. */
const fitsType = (type: unknown, value: unknown, name: string): boolean => {
  switch (type) {
    case 'string':
      return typeof value === 'string' || (jsonWithinText.includes(name) && typeof value === 'object');
    case 'boolean':
      return ['true', 'false', '1', '0', true, false].some((truth) => truth === value);
    case 'number':
    case 'integer':
      return value !== '' && Number.isFinite(Number(value));
    case 'array':
      return Array.isArray(value) || typeof value === 'string';
    case 'object':
      return isObject(value);
    default:
      return true;
  }
};

const fits = (schema: unknown, value: unknown, name: string): boolean => {
  if (!isObject(schema)) return true;
  const { type, anyOf, allOf, enum: allowed, maxLength } = schema;
  if (type !== undefined && !fitsType(type, value, name)) return false;
  if (Array.isArray(allowed) && !allowed.includes(value)) return false;
  if (typeof maxLength === 'number' && maxLength > 0 && typeof value === 'string' && value.length > maxLength)
    return false;
  if (Array.isArray(anyOf) && !anyOf.some((each) => fits(each, value, name))) return false;
  return listOf(allOf).every((each) => fits(each, value, name));
};

/** Of these, exactly one names what a call is about, though each on its own is optional. */
const oneNeeded: Record<string, string[]> = {
  'views.open': ['trigger_id', 'interactivity_pointer'],
  'views.push': ['trigger_id', 'interactivity_pointer'],
  'views.update': ['view_id', 'external_id'],
  'pins.add': ['timestamp'],
  'pins.remove': ['timestamp'],
  'conversations.open': ['users', 'channel'],
};

/** Arguments and scopes of one call, against Slack's published description of its method. */
export const checkMethod = (
  method: string,
  asked: Record<string, unknown>,
  scopes: readonly string[],
  at: At,
): void => {
  const published = methodCalled(method);
  if (!isObject(published)) return at.complain('method.unknown', 'no published method has this name');
  const described = isObject(published.args) ? published.args : {};
  const properties = isObject(described.properties) ? described.properties : {};
  for (const name of listOf(described.required))
    if (name !== 'token' && asked[String(name)] === undefined)
      at.complain('argument.missing', `${String(name)} is missing`);
  for (const [name, value] of Object.entries(asked)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(properties, name)) at.complain('argument.unknown', `${name} is no argument of this method`);
    else if (!fits(properties[name], value, name)) at.complain('argument.type', `${name} is not of the published type`);
  }
  const needed = oneNeeded[method];
  if (needed && !needed.some((name) => asked[name] !== undefined))
    at.complain('argument.missing', `needs ${needed.join(' or ')}`);
  const granting = isObject(published.scope) ? listOf(published.scope.bot) : [];
  if (published.user_scope_only === true) at.complain('scope', 'a bot may not call this method');
  if (granting.length > 0 && !granting.some((scope) => scopes.includes(String(scope))))
    at.complain('scope', `needs one of the scopes ${granting.join(', ')}`);
};
