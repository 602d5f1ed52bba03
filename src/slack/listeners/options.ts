import type { App } from '@slack/bolt';
import type { Candidates, Choice } from '../../../commands/form.ts';
import type { Person } from '../../domain/people.ts';
import type { Steps } from '../../domain/steps.ts';
import { givingWay } from '../../inspections/giving-way.ts';
import { readCarried } from '../metadata.ts';
import { subcommandOfForm } from '../modal.ts';
import { memberActing, type Room } from './room.ts';

function* firstHundred(candidates: Candidates): Steps<Choice[]> {
  const first: Choice[] = [];
  for (const choice of candidates) {
    if (choice && first.push(choice) === 100) break;
    yield;
  }
  return first;
}

const search = async (room: Room, callback: string, metadata: string, by: Person, query: string): Promise<Choice[]> => {
  const subcommand = subcommandOfForm(callback);
  if (subcommand?.of !== 'inspection' || !subcommand.form) return [];
  const { channel, inspection: id, about } = readCarried(metadata);
  const inspection = await room.inspections.of(id ?? '');
  const ask = await room.router.ofInspection({ by, channel, at: room.now() }, '', inspection, subcommand);
  return 'refused' in ask ? [] : givingWay(firstHundred(subcommand.form.search?.(ask, about, query) ?? []));
};

/** What a form's search fields find. */
export const listenToOptions = (app: App, room: Room): void => {
  app.options<'block_suggestion'>(/.*/, async ({ body, options, ack }) => {
    const { callback_id = '', private_metadata = '' } = body.view ?? {};
    const by = await memberActing(room, body);
    const found = by ? await search(room, callback_id, private_metadata, by, options.value) : [];
    await ack({
      options: found.map(({ value, label }) => ({ value, text: { type: 'plain_text', text: label, emoji: false } })),
    });
  });
};
