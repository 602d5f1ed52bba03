import { z } from 'zod';
import { alter, nothingChanged, sealedWords } from '../changing.ts';
import { refuseUnseen, seen } from '../corrections.ts';
import { type Of, type RestrictedSubject, restrictedMatter } from '../matter.ts';
import {
  evidenceEdited,
  evidenceRecorded,
  evidenceWithdrawn,
  withdrawEvidence,
  wrongContent,
} from '../matters/evidence.ts';
import { evidenceFields, isAlike, recordedFields } from '../matters/evidence-content.ts';
import { onlyFor } from '../only-for.ts';
import { type By, samePerson } from '../people.ts';
import { type Decision, refuse } from '../refusal.ts';
import { may } from '../roles.ts';
import { roleOf } from '../standing.ts';
import { neverGiven, restrictedForm } from './item.ts';

const record = z.strictObject({
  type: z.literal('RecordRestrictedEvidence'),
  item: z.string().regex(restrictedForm, 'Give an id made by chance, such as W-7K2Q.'),
  ...recordedFields,
});
const edit = z.strictObject({
  type: z.literal('EditRestrictedEvidence'),
  item: z.string(),
  seen,
  ...evidenceFields,
});
const withdraw = withdrawEvidence.extend({ type: z.literal('WithdrawRestrictedEvidence') });
const commands = [record, edit, withdraw] as const;

const recorded = evidenceRecorded.extend({ type: z.literal('RestrictedEvidenceRecorded') });
const edited = evidenceEdited.extend({ type: z.literal('RestrictedEvidenceEdited') });
const withdrawn = evidenceWithdrawn.extend({ type: z.literal('RestrictedEvidenceWithdrawn') });
const events = [recorded, edited, withdrawn] as const;
type Event = Of<typeof events>;

/** One answer for "there is none" and "not for you", so that asking tells nothing. */
export const noSuchItem = (item: string) => refuse(null, `There is no ${item} here.`);

/**
 * What a whistleblower says is taken from any member of the team, in any role and also once the inspection is signed off:
 * no judgement rests on it. Everything else restricted is recorded as evidence is.
 */
const decideRecording = (
  command: z.infer<typeof record>,
  { record: kept, inspection }: RestrictedSubject,
  by: By,
): Decision<Event> => {
  const role = roleOf(inspection, by.person);
  const { type: _, item: asked, ...content } = command;
  const confided = content.source === 'whistleblower';
  const act = confided ? 'read' : 'record evidence';
  if (!may(role, act)) return refuse(null, onlyFor(inspection, act));
  if (inspection.sealed && !confided) return refuse(null, sealedWords(inspection));
  const refusals = wrongContent(content, inspection, by).filter(({ field }) => !(confided && field === 'source'));
  if (refusals.length > 0) return { refusals };
  return { events: [{ type: 'RestrictedEvidenceRecorded', item: neverGiven(asked, kept), content }] };
};

const decide = (command: Of<typeof commands>, subject: RestrictedSubject, by: By): Decision<Event> => {
  if (command.type === 'RecordRestrictedEvidence') return decideRecording(command, subject, by);
  const { record: kept, inspection } = subject;
  const { item } = command;
  const role = roleOf(inspection, by.person);
  if (inspection.sealed) return refuse(null, sealedWords(inspection));
  const evidence = kept.evidence.get(item);
  if (!evidence || !may(role, 'read restricted evidence')) return noSuchItem(item);
  if (!may(role, 'correct anyone’s evidence') && !samePerson(evidence.by, by.person))
    return refuse(null, onlyFor(inspection, 'correct anyone’s evidence'));
  if (evidence.withdrawn) return refuse(null, `${item} was withdrawn: ${evidence.withdrawn.reason}`);
  if (command.type === 'WithdrawRestrictedEvidence')
    return { events: [{ type: 'RestrictedEvidenceWithdrawn', item, reason: command.reason }] };
  const { type: _, item: __, seen: ___, ...fields } = command;
  const unseen = refuseUnseen({ corrections: kept.corrections, names: inspection.names }, item, command);
  if (unseen) return unseen;
  const content = { ...fields, from: evidence.content.from };
  const refusals = wrongContent(content, inspection, by);
  if (refusals.length > 0) return { refusals };
  if (isAlike(content, evidence.content)) return refuse('text', nothingChanged(item));
  return { events: [{ type: 'RestrictedEvidenceEdited', item, content }] };
};

export const restrictedEvidenceMatter = restrictedMatter({
  commands,
  events,
  decide,
  evolve: {
    RestrictedEvidenceRecorded: ({ evidence }, { item, content }, { person: by, at }) =>
      void evidence.set(item, { item, content, by, recordedAt: at, edited: false, withdrawn: null }),
    RestrictedEvidenceEdited: ({ evidence }, { item, content }, { person: by, at }) => {
      const kept = evidence.get(item) ?? { item, by, recordedAt: at, withdrawn: null };
      evidence.set(item, { ...kept, content, edited: true });
    },
    RestrictedEvidenceWithdrawn: ({ evidence }, { item, reason }, { person: by, at }) =>
      alter(evidence, item, { withdrawn: { reason, by, at } }),
  },
  corrects: ['RestrictedEvidenceEdited'],
});
