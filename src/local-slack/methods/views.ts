import { type Method, refused } from '../inside.ts';
import { type JsonObject, textIn } from '../json.ts';
import { viewRefused } from '../limits/surfaces.ts';
import type { View } from '../shown.ts';

const given = (view: View | string): JsonObject =>
  typeof view === 'string' ? refused(view) : { ok: true, view: { ...view } };

const triggerIn = (asked: JsonObject): string => textIn(asked.trigger_id) || textIn(asked.interactivity_pointer);

const open: Method = (asked, { triggers, views, forms, board }) => {
  const trigger = triggers.use(triggerIn(asked));
  if (typeof trigger === 'string') return refused(trigger);
  const view = views.open(trigger.person, asked);
  if (typeof view === 'string') return refused(view);
  triggers.opened(triggerIn(asked), view.id);
  forms.begin(view, trigger.channel);
  board.tell({ what: 'form', person: trigger.person, view });
  return given(view);
};

const push: Method = (asked, { triggers, views, forms, board }) => {
  const trigger = triggers.use(triggerIn(asked));
  if (typeof trigger === 'string') return refused(trigger);
  const view = views.push(trigger.person, trigger.view ?? '', asked);
  if (typeof view === 'string') return refused(view);
  triggers.opened(triggerIn(asked), view.id);
  forms.begin(view, trigger.channel);
  board.tell({ what: 'form', person: trigger.person, view });
  return given(view);
};

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
