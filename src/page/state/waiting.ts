import { keepDraft, readDraft } from './drafts.ts';

/** What was sent and waits for what was sent before it, by the draft that it was. */
const waiting = new Map<string, readonly string[]>();

export const wait = (draft: string, become: (now: readonly string[]) => readonly string[]): void =>
  void waiting.set(draft, become(waiting.get(draft) ?? []));

/** A page that is left sends nothing more: what still waits is a draft again. */
addEventListener('pagehide', () => {
  for (const [draft, texts] of waiting)
    if (texts.length > 0) keepDraft(draft, [...texts, readDraft(draft, '')].filter((text) => text !== '').join('\n'));
  waiting.clear();
});
