import { useState } from 'react';

/** What is being written, kept while the tab is open: neither a reload nor a look elsewhere loses it. */
export const useDraft = <Value>(key: string, start: Value) => {
  const [drafts, setDrafts] = useState<Record<string, Value>>({});
  const kept = drafts[key] ?? (JSON.parse(sessionStorage.getItem(key) ?? 'null') as Value | null) ?? start;
  const set = (value: Value): void => {
    sessionStorage.setItem(key, JSON.stringify(value));
    setDrafts((all) => ({ ...all, [key]: value }));
  };
  return [kept, set] as const;
};
