import { z } from 'zod';
import { type Member, samePerson } from '../../src/domain/people.ts';
import { refusalsOf } from '../../src/domain/refusals.ts';
import { leadOf, memberOf } from '../../src/domain/standing.ts';
import { typed } from '../../src/domain/text/typed.ts';
import { says } from '../../src/words/message.ts';
import { questionMessage } from '../../src/words/signature.ts';
import type { AskOfInspection, Reply } from '../contract.ts';
import { box, saidLines } from '../fields.ts';
import { type About, type Form, fieldsIn, one, type Values } from '../form.ts';
import { tells } from '../reply.ts';
import { askAboutNames } from './names.ts';

/** What those who sign ask each other before they do: sent as a direct message, and no evidence. */

/** Whom the one who asks has to ask: the quality assurance manager whoever signed first, else who leads; the leads that manager. */
export const otherSigner = ({ inspection, member }: AskOfInspection): Member | null => {
  const manager = inspection.members.find(({ role }) => role === 'quality-assurance-manager') ?? null;
  if (member.role !== 'quality-assurance-manager') return manager;
  const { lead } = inspection.signatures;
  return (lead && memberOf(inspection, lead.by)) ?? leadOf(inspection);
};

export const questionForm = (ask: AskOfInspection, values: Values, about: About): Form => ({
  of: 'sign-off',
  title: 'Before signing',
  submit: 'Send',
  pieces: [
    saidLines([`It goes to ${otherSigner(ask)?.name ?? 'nobody'} as a direct message, and is kept in no record.`]),
    box('question', 'Your question', one(values, 'question')),
  ],
  about: { ...about, question: 'yes' },
});

const question = z.object({ question: typed('Write what you want to ask.') });

export const questionSent = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const names = askAboutNames(ask, values, about, ['question'], questionForm);
  if (names) return names;
  const read = question.safeParse(fieldsIn(values, 'question'));
  if (!read.success) return refusalsOf(read.error, ask.inspection);
  const to = otherSigner(ask);
  if (!to || samePerson(to.person, ask.by)) return tells('There is nobody else who signs yet.');
  const written = says(`Sent to ${to.name}.`);
  return { write: questionMessage(ask.inspection, ask.member, read.data.question), to: to.person, written };
};
