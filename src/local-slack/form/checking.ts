import type { JsonObject } from '../json.ts';
import { textIn, truthIn } from '../json.ts';
import type { Field } from './fields.ts';
import { isEmpty } from './initial.ts';

/** What Slack's screen says under a field instead of sending the form; undefined where it is content. */
export const complaintAbout = (field: Field, state: JsonObject): string | undefined => {
  const { element, label } = field;
  if (isEmpty(element, state)) return field.optional ? undefined : `"${label}" is required and empty`;
  const value = textIn(state.value);
  switch (textIn(element.type)) {
    case 'plain_text_input': {
      const least = Number(element.min_length ?? 0);
      return [...value].length < least ? `"${label}" takes at least ${least} characters` : undefined;
    }
    case 'number_input':
      if (!truthIn(element.is_decimal_allowed) && !/^-?\d+$/.test(value)) return `"${label}" takes a whole number`;
      if (element.min_value !== undefined && Number(value) < Number(element.min_value))
        return `"${label}" is at least ${String(element.min_value)}`;
      if (element.max_value !== undefined && Number(value) > Number(element.max_value))
        return `"${label}" is at most ${String(element.max_value)}`;
      return undefined;
    case 'email_text_input':
      return /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(value) ? undefined : `"${label}" takes an e-mail address`;
    case 'url_text_input':
      return /^https?:\/\/\S+$/.test(value) ? undefined : `"${label}" takes an address`;
    default:
      return undefined;
  }
};
