import { type Emulated, everythingToken, type Keeper, tokenOf } from './emulated.ts';
import { fieldsOf } from './form/fields.ts';
import { app } from './identity.ts';
import type { Inside } from './inside.ts';
import { objectIn, textIn } from './json.ts';
import type { Posted, View } from './shown.ts';

/**
 * What stands in a workspace and outlives it: another one with the same people and channels can begin with it. What only
 * one person saw does not.
 */
export type Snapshot = {
  /** Who is in each channel now, and each person's direct messages with the app. */
  conversations: { id: string; direct: string | null; members: string[]; shared: boolean; archived: boolean }[];
  messages: Posted[];
  pinned: { channel: string; ts: string }[];
  /** The forms that stand open, with what the workspace knows to be entered in them. */
  open: { person: string; forms: View[] }[];
  /** Uploaded files, by id, in base64. */
  files: Record<string, string>;
};

type SnapshotSetup = { inside: Inside; keeper: Keeper; emulated: Emulated; startAt: (time: string) => void };

/** Keeps what stands in the workspace, and puts it back. */
export const createSnapshots = ({ inside, keeper, emulated, startAt }: SnapshotSetup) => {
  const { board, directory, forms, views } = inside;
  const restored = new Map<string, Buffer>();

  /** The bytes of a file that the app uploaded. */
  const file = async (id: string): Promise<Buffer> => restored.get(id) ?? emulated.file(id);

  const filled = (view: View): View => ({ ...view, state: { values: forms.values(view.id, view.blocks) } });

  const restoreForms = (person: string, stack: View[]): void => {
    views.putBack(person, stack);
    for (const { id, blocks, state } of stack)
      for (const field of fieldsOf(blocks)) {
        const entered = state.values[field.block]?.[field.action];
        if (entered) forms.enter(id, field, entered);
      }
  };

  /** What stands here, to begin another workspace with. */
  const kept = async (): Promise<Snapshot> => {
    const conversations = directory.conversations();
    const messages = conversations.flatMap(({ id }) => board.messages(id));
    const files: Snapshot['files'] = {};
    for (const { id } of messages.flatMap((posted) => posted.files)) files[id] = (await file(id)).toString('base64');
    return {
      conversations: conversations.map(({ id, direct, members, shared, archived }) => ({
        id,
        direct: direct ?? null,
        members: [...members],
        shared,
        archived,
      })),
      messages: messages.sort((one, other) => (one.ts < other.ts ? -1 : 1)),
      pinned: conversations.flatMap(({ id }) => board.pinned(id).map(({ channel, ts }) => ({ channel, ts }))),
      open: directory.people().flatMap(({ id }) => {
        const stack = views.stack(id);
        return stack.length === 0 ? [] : [{ person: id, forms: stack.map(filled) }];
      }),
      files,
    };
  };

  const restoreConversation = async ({ id, direct, members, shared, archived }: Snapshot['conversations'][number]) => {
    if (direct !== null) {
      const opened = await emulated.ask('conversations.open', { users: direct }, everythingToken);
      emulated.pair(id, textIn(objectIn(opened.channel).id));
      directory.addDirect(id, direct);
      return;
    }
    const conversation = directory.conversation(id);
    if (!conversation) return;
    for (const member of [...conversation.members].filter((each) => !members.includes(each)))
      await keeper.kick(id, member);
    const joined = members.filter((member) => !conversation.members.has(member));
    if (joined.length > 0) await keeper.invite(id, joined);
    conversation.members.clear();
    for (const member of members) conversation.members.add(member);
    conversation.shared = shared;
    if (archived && !conversation.archived) await keeper.archive(id);
    conversation.archived = archived;
  };

  /** The emulated workspace gets the message, too, under its own old time: the app changes it there later. */
  const restoreMessage = async ({ channel, ts, by, text, blocks, metadata, threadTs, message }: Posted) => {
    startAt(ts);
    const token = by === app.userId ? everythingToken : tokenOf(by);
    const said = { channel, text, blocks, ...(metadata && { metadata }), ...(threadTs && { thread_ts: threadTs }) };
    await emulated.ask('chat.postMessage', said, token);
    board.put(channel, message);
  };

  /** Begins with what was kept of a workspace with the same people and channels, before anything happens in this one. */
  const restore = async ({ conversations, messages, pinned, open, files }: Snapshot): Promise<void> => {
    for (const conversation of conversations) await restoreConversation(conversation);
    for (const message of messages) await restoreMessage(message);
    for (const { channel, ts } of pinned) {
      await emulated.ask('pins.add', { channel, timestamp: ts }, everythingToken);
      board.pin(channel, ts);
    }
    for (const { person, forms: stack } of open) restoreForms(person, stack);
    for (const [id, bytes] of Object.entries(files)) restored.set(id, Buffer.from(bytes, 'base64'));
    // What is written from now on stands after all of it, also within the same second.
    const places = messages.map(({ ts }) => ts.split('.')[1] ?? '');
    const last = places.sort().at(-1) ?? '';
    while ((inside.newTime().split('.')[1] ?? '') < last);
  };

  return { file, kept, restore };
};
