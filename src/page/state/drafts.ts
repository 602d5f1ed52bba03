import { useState } from 'react';

/** What is being written under a key, as it is kept while the tab is open. */
export const readDraft = <Value>(key: string, start: Value): Value =>
  (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Value | null) ?? start;

export const keepDraft = <Value>(key: string, value: Value): void => sessionStorage.setItem(key, JSON.stringify(value));

/**
 * What is being written, kept while the tab is open: neither a reload nor a look elsewhere loses it. To change it is to
 * say what becomes of what stands there by then, so that an answer that comes late undoes nothing typed since.
 */
export const useDraft = <Value>(key: string, start: Value) => {
  const [drafts, setDrafts] = useState<Record<string, Value>>({});
  const change = (become: (now: Value) => Value): void => {
    const value = become(readDraft(key, start));
    keepDraft(key, value);
    setDrafts((all) => ({ ...all, [key]: value }));
  };
  return [drafts[key] ?? readDraft(key, start), change] as const;
};

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
