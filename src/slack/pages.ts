import type { ModalView } from '@slack/types';
import type { WebClient } from '@slack/web-api';
import type { Page } from '../../commands/contract.ts';
import type { Drawn } from './blocks.ts';
import { about } from './going-on.ts';
import { formView, pageView } from './modal.ts';
import type { Surface, Where } from './surface.ts';

/** How forms and pages are drawn: each with an id of its own, and with what Slack takes in them. */
export type Drawing = { newId: () => string; drawn: () => Drawn };

/** How somebody's modal is opened. */
export type Opening = Drawing & { client: WebClient; trigger: string };

/** As far as one goes back from page to page: so much is carried along. */
const mostBack = 10;

/** A page to read; `trail` are the pages that it took the place of, by what shows them again. */
export const pageOf = (
  { title, does, message: { parts } }: Page,
  where: Where,
  request: string,
  trail: readonly string[] = [],
): ModalView => {
  const last = trail.at(-1);
  const back = last === undefined ? [] : [{ buttons: [{ label: 'Back', does: about(where.inspection, last) }] }];
  const carried = { does, trail: trail.slice(-mostBack).join('\n') };
  return pageView(title, { parts: [...back, ...parts] }, { ...where, request, about: carried });
};

/** Where nothing lies open, a page and a form are each a modal of their own. */
export const opening = ({ client, trigger, newId, drawn }: Opening): Pick<Surface, 'show' | 'open'> => {
  const open = async (view: ModalView): Promise<void> => void (await client.views.open({ trigger_id: trigger, view }));
  return {
    show: (page, where) => open(pageOf(page, where, newId())),
    open: (form, where) => open(formView(form, { ...where, request: newId() }, drawn())),
  };
};
