import { type Method, refused } from '../inside.ts';
import { type JsonObject, textIn } from '../json.ts';
import { viewRefused } from '../limits/surfaces.ts';
import type { View } from '../shown.ts';
import type { Trigger } from '../triggers.ts';
import type { Views } from '../views.ts';

const given = (view: View): JsonObject => ({ ok: true, view: { ...view } });

/** Opens a form by the trigger that came with the call. */
const opened =
  (make: (views: Views, trigger: Trigger, asked: JsonObject) => View | string): Method =>
  (asked, { triggers, views, forms, board }) => {
    const id = textIn(asked.trigger_id) || textIn(asked.interactivity_pointer);
    const trigger = triggers.use(id);
    if (typeof trigger === 'string') return refused(trigger);
    const view = make(views, trigger, asked);
    if (typeof view === 'string') return refused(view);
    triggers.opened(id, view.id);
    forms.begin(view, trigger.channel);
    board.tell({ what: 'form', person: trigger.person, view });
    return given(view);
  };

const open = opened((views, { person }, asked) => views.open(person, asked));
const push = opened((views, { person, view }, asked) => views.push(person, view ?? '', asked));

const update: Method = (asked, { views, forms, board }) => {
  const view = views.update(
    { id: textIn(asked.view_id), externalId: textIn(asked.external_id), hash: textIn(asked.hash) },
    asked,
  );
  if (typeof view === 'string') return refused(view);
  forms.renew(view);
  const person = views.byId(view.id)?.person ?? '';
  board.tell({ what: view.type === 'home' ? 'home' : 'form changed', person, view });
  return given(view);
};

const publish: Method = (asked, { directory, views, forms, board }) => {
  const person = directory.person(textIn(asked.user_id));
  if (!person) return refused('user_not_found');
  const view = views.publish(person.id, asked, textIn(asked.hash));
  if (typeof view === 'string') return refused(view);
  forms.renew(view);
  board.tell({ what: 'home', person: person.id, view });
  return given(view);
};

/** Slack looks at the view first: a trigger is not used up by one that it does not take. */
const looked =
  (method: Method): Method =>
  (asked, inside) =>
    viewRefused(asked) ?? method(asked, inside);

export const viewMethods: Record<string, Method> = {
  'views.open': looked(open),
  'views.push': looked(push),
  'views.update': looked(update),
  'views.publish': looked(publish),
};
