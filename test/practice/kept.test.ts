import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openPage, practiceFolder } from './opened-page.ts';

const seen = z.object({
  now: z.string(),
  conversations: z.array(
    z.object({
      id: z.string(),
      messages: z.array(z.object({ ts: z.string(), text: z.string(), onlyYou: z.boolean() })),
      pinned: z.array(z.object({ ts: z.string(), text: z.string() })),
    }),
  ),
  forms: z.array(z.object({ id: z.string() })),
});
const came = z.object({ not: z.string().nullable(), errors: z.record(z.string(), z.string()), seen });

/** Acts as the lead through the page's server, as the page does. */
const acting = (url: string) => async (act: object) => {
  const response = await fetch(`${url}/api/act?as=U0001PRACTICE`, {
    method: 'POST',
    headers: { origin: url },
    body: JSON.stringify(act),
  });
  const { not, errors, seen } = came.parse(await response.json());
  expect({ not, errors }).toEqual({ not: null, errors: {} });
  return seen;
};

const channel = 'C0001PRACTICE';
const type = (text: string) => ({ act: 'type', channel, text });

describe('Practice that was stopped and started again', () => {
  it('[PP3] is as it was left: its messages, its board, an open form, its time; without what only one person saw', async () => {
    const folder = practiceFolder();
    const first = await openPage(folder, 0);
    const act = acting(first.url);
    const { forms } = await act(type('/judge start'));
    const view = forms[0]?.id ?? '';
    await act({
      act: 'submit',
      view,
      entries: { authority: 'Westmere', framework: 'ilacs-2023', qualityAssuranceManager: 'U0008PRACTICE' },
    });
    await act({ act: 'close', view });
    await act(type('Welcome, everybody.'));
    const left = await act(type('/judge evidence help - Strategy discussions were late in two of three cases seen.'));
    const { forms: open, now } = await act({ act: 'global shortcut', shortcut: 'record_evidence' });
    expect(open).toHaveLength(1);
    await first.close();

    const second = await openPage(folder, 0);
    const again = acting(second.url);
    const found = await again({ act: 'open home' });
    expect(found.now).toBe(now);
    const lasting = left.conversations.map((conversation) => ({
      ...conversation,
      messages: conversation.messages.filter(({ onlyYou }) => !onlyYou),
    }));
    expect(found.conversations).toEqual(lasting);
    expect(found.forms).toEqual(open);
    const saved = await again({
      act: 'submit',
      view: open[0]?.id,
      entries: { areas: ['help-and-protection'], text: 'Thresholds are understood by everybody.', sign: 'context' },
    });
    expect(saved.forms).toEqual(open);
    await again({ act: 'close', view: open[0]?.id });

    const here = ({ conversations }: typeof found) => conversations.find(({ id }) => id === channel);
    const later = await again(type('/judge evidence help + Children know their social worker.'));
    const before = here(found)?.messages.map(({ ts }) => ts) ?? [];
    expect(
      here(later)
        ?.messages.slice(0, before.length)
        .map(({ ts }) => ts),
    ).toEqual(before);
    expect(here(later)?.messages.at(-1)).toMatchObject({ onlyYou: true, text: expect.stringContaining('Saved E-003') });
    expect(here(later)?.pinned).toHaveLength(1);
    expect(here(later)?.pinned[0]).toMatchObject({
      ts: here(left)?.pinned[0]?.ts,
      text: expect.stringContaining('3 items'),
    });
    expect([...first.complaints, ...second.complaints]).toEqual([]);
  });
});
