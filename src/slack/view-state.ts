import type { ViewOutput, ViewStateValue } from '@slack/bolt';
import type { Values } from '../../commands/form.ts';

/** What stands in one element, by its kind. */
const standingIn = (element: ViewStateValue): string | string[] | null => {
  switch (element.type) {
    case 'plain_text_input':
      return element.value ?? null;
    case 'static_select':
    case 'radio_buttons':
      return element.selected_option?.value ?? null;
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return (element.selected_options ?? []).flatMap((option) => option.value ?? []);
    case 'users_select':
      return element.selected_user ?? null;
    case 'multi_users_select':
      return element.selected_users ?? [];
    case 'datepicker':
      return element.selected_date ?? null;
    case 'timepicker':
      return element.selected_time ?? null;
    case 'datetimepicker': {
      const chosen = element.selected_date_time;
      return chosen ? new Date(chosen * 1000).toISOString() : null;
    }
    default:
      return null;
  }
};

/** What stands in a form, by field: each block holds one element. */
export const valuesIn = (view: ViewOutput): Values =>
  Object.fromEntries(
    Object.entries(view.state.values).map(([field, elements]) => {
      const [element] = Object.values(elements);
      return [field, element ? standingIn(element) : null];
    }),
  );
