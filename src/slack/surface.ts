import type { Next, Page } from '../../commands/contract.ts';
import type { Form } from '../../commands/form.ts';
import type { Refusal } from '../domain/refusal.ts';
import type { Button, Message } from '../words/message.ts';
import type { Carried } from './metadata.ts';

/** Where a modal belongs, before it has a request of its own. */
export type Where = Pick<Carried, 'channel' | 'inspection'>;

/**
 * The place a person is at when they ask: a slash command, a button, a form. Each shows the same things in its own way,
 * and each answers Slack in time.
 */
export type Surface = {
  say(message: Message): Promise<void>;
  show(page: Page, where: Where): Promise<void>;
  open(form: Form, where: Where): Promise<void>;
  /** A receipt, and what may come next. */
  receipt(message: Message, another: Next | null, where: Where): Promise<void>;
  /** True where refusals find their fields. */
  form: boolean;
  /** `beside` is what can be pressed: what stands in a form stays there. */
  refuse(refusals: readonly Refusal[], beside?: readonly Button[]): Promise<void>;
};
