import { complaintAbout } from '../form/checking.ts';
import { NotPossible } from '../form/entering.ts';
import { fieldsOf } from '../form/fields.ts';
import type { Inside } from '../inside.ts';
import { type JsonObject, objectIn } from '../json.ts';
import { wrongWithView } from '../limits/surfaces.ts';
import type { View } from '../shown.ts';
import type { Acknowledgement } from '../socket-mode.ts';
import type { Person } from '../workspace.ts';
import type { Delivering } from './delivering.ts';
import type { Submission } from './types.ts';

const errorsIn = (view: View, payload: JsonObject): Record<string, string> | undefined => {
  if (payload.response_action !== 'errors') return undefined;
  const inputs = new Set(fieldsOf(view.blocks).flatMap((field) => (field.input ? [field.block] : [])));
  const kept = Object.entries(objectIn(payload.errors)).filter(([block]) => inputs.has(block));
  return Object.fromEntries(kept.map(([block, words]) => [block, String(words)]));
};

/** Sending a form: the screen's own checks, the payload, and what the app's answer does to the form. */
export const createSubmitting = (inside: Inside, delivering: Delivering, person: Person) => {
  const { board, forms, triggers, views } = inside;
  let last: { view: View; payload: JsonObject } | undefined;

  const close = (view: View): void => {
    views.close(person.id, view.id);
    board.tell({ what: 'form closed', person: person.id, view });
  };

  const replaced = (made: View | string, change: (view: View) => void): void => {
    if (typeof made === 'string') throw new Error(`the app answered with a form that Slack would not take: ${made}`);
    change(made);
  };

  /** The form within an answer: Slack shows the person only that something is wrong, and the app's makers want to know what. */
  const formIn = (payload: JsonObject): { view: JsonObject[string] } => {
    const says = wrongWithView(payload.view);
    if (says.length > 0) throw new Error(`the app answered with a form that Slack would not take: ${says.join('; ')}`);
    return { view: payload.view };
  };

  const take = (view: View, payload: JsonObject): void => {
    switch (payload.response_action) {
      case 'errors':
        return;
      case 'clear': {
        const [root] = views.stack(person.id);
        if (root) close(root);
        return;
      }
      case 'update':
        return replaced(views.update({ id: view.id, externalId: '', hash: '' }, formIn(payload)), (made) => {
          forms.renew(made);
          board.tell({ what: 'form changed', person: person.id, view: made });
        });
      case 'push':
        return replaced(views.push(person.id, view.id, formIn(payload)), (made) => {
          forms.begin(made, undefined);
          board.tell({ what: 'form', person: person.id, view: made });
        });
      default:
        close(view);
    }
  };

  const top = (): View => {
    const view = views.stack(person.id).at(-1);
    if (!view) throw new NotPossible(`${person.name} has no form open`);
    return view;
  };

  const inputsOf = (view: View) => fieldsOf(view.blocks).filter(({ input }) => input);

  /** What the screen says under fields of the form on top instead of sending it, by block_id. */
  const complaints = (): Record<string, string> => {
    const view = top();
    const values = forms.values(view.id, view.blocks);
    return Object.fromEntries(
      inputsOf(view).flatMap((field) => {
        const words = complaintAbout(field, values[field.block]?.[field.action] ?? {});
        return words === undefined ? [] : [[field.block, words]];
      }),
    );
  };

  const ready = (): { view: View; payload: JsonObject } => {
    const view = top();
    if (!view.submit && inputsOf(view).length === 0) throw new NotPossible('this form has nothing to send');
    const values = forms.values(view.id, view.blocks);
    const found = Object.values(complaints());
    if (found.length > 0) throw new NotPossible(found.join('; '));
    const trigger = triggers.issue({ person: person.id, channel: undefined, view: view.id });
    last = { view, payload: delivering.payloads.submission(person, trigger, view, values) };
    return last;
  };

  const outcome = (view: View, acknowledgement: Acknowledgement): Submission => {
    const stack = views.stack(person.id);
    const onTop = stack.at(-1);
    return {
      answered: acknowledgement.answered,
      errors: acknowledgement.answered ? errorsIn(view, acknowledgement.payload) : undefined,
      view: onTop && delivering.filled(onTop),
      closed: !stack.some(({ id }) => id === view.id),
    };
  };

  const send = async ({ view, payload }: { view: View; payload: JsonObject }): Promise<Submission> => {
    const acknowledgement = await delivering.deliver('interactive', payload);
    const open = views.stack(person.id).some(({ id }) => id === view.id);
    if (acknowledgement.answered && open) take(view, acknowledgement.payload);
    await delivering.quiet();
    return outcome(view, acknowledgement);
  };

  return {
    once: async (): Promise<Submission> => send(ready()),
    again: async (): Promise<Submission> => {
      if (!last) throw new NotPossible(`${person.name} has sent no form yet`);
      return send(last);
    },
    twice: async (): Promise<[Submission, Submission]> => {
      const sending = ready();
      return Promise.all([send(sending), send(sending)]);
    },
    complaints,
  };
};
