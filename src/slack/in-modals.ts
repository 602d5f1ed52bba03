import type { ViewOutput } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Page } from '../../commands/contract.ts';
import { type Message, says } from '../words/message.ts';
import { readCarried } from './metadata.ts';
import { formView, isForm, pageView, sameForm } from './modal.ts';
import { type Opening, opening, pageOf } from './pages.ts';
import type { Surface, Where } from './surface.ts';
import { answering } from './surfaces.ts';

/** Where whatever it comes to is a page or a form of its own: on a Home, on a page, on a form. */

/** A shortcut, or a button on somebody's Home. */
export const shortcutSurface = (way: Opening, where: Where): Surface => {
  const opens = opening(way);
  return { ...answering((message) => opens.show({ title: 'Fortnight', does: '', message }, where)), ...opens };
};

/** Slack stacks three modals and refuses a fourth. */
const isThird = ({ previous_view_id: beneath, root_view_id: first }: ViewOutput): boolean =>
  beneath !== null && beneath !== first;

/** What is said on a form that lies on two others, and is asked for one more. */
const oneAtATime = says('Save or close this form first: no more than three lie on each other.');

/**
 * A button in a modal. On a form what comes next lies above it, and what is typed stays; where three lie on each other it stands
 * above the form's fields instead. On a page a form takes the page's place, and so does a page that goes on with it; any other
 * page lies above it, or where three lie on each other takes its place, with a way back.
 */
export const pageSurface = (
  view: ViewOutput,
  { client, trigger, newId, drawn: takes }: Opening,
  where: Where,
): Surface => {
  const push = (next: ModalView) => client.views.push({ trigger_id: trigger, view: next });
  const update = (next: ModalView) => client.views.update({ view_id: view.id, view: next });
  const onForm = isForm(view);
  const next = async (drawn: () => ModalView, above: Message): Promise<void> => {
    if (!onForm) await update(drawn());
    else if (isThird(view)) await update(sameForm(view, above));
    else await push(drawn());
  };
  const show = async (page: Page, at: Where): Promise<void> => {
    const { does = '', trail = '' } = onForm ? {} : readCarried(view.private_metadata).about;
    const before = trail.split('\n').filter(Boolean);
    const goesOn = does.split(' ')[0] === page.does.split(' ')[0];
    const goesBack = before.at(-1) === page.does;
    if (onForm || goesOn || goesBack)
      return next(() => pageOf(page, at, newId(), goesBack ? before.slice(0, -1) : before), page.message);
    if (isThird(view)) await update(pageOf(page, at, newId(), [...before, does].filter(Boolean)));
    else await push(pageOf(page, at, newId()));
  };
  return {
    ...answering((message) => next(() => pageView('Fortnight', message, { ...where, request: newId() }), message)),
    show,
    open: (form, at) => next(() => formView(form, { ...at, request: newId() }, takes()), oneAtATime),
  };
};
