import { anything, boolean, byType, type Check, filled, list, number, object, oneOf, string } from './checks.ts';

const style = object(
  {},
  Object.fromEntries(
    ['bold', 'italic', 'strike', 'code', 'highlight', 'client_highlight', 'unlink', 'underline'].map((name) => [
      name,
      boolean,
    ]),
  ),
);

const part = (members: Record<string, Check>, more: Record<string, Check> = {}): Check =>
  object({ type: filled, ...members }, { style, ...more });

export const richTextParts: Record<string, Check> = {
  text: part({ text: filled }),
  link: part({ url: filled }, { text: string(), unsafe: boolean }),
  emoji: part({ name: filled }, { unicode: string(), url: string() }),
  user: part({ user_id: filled }),
  usergroup: part({ usergroup_id: filled }),
  channel: part({ channel_id: filled }),
  team: part({ team_id: filled }),
  broadcast: part({ range: oneOf('here', 'channel', 'everyone') }),
  color: part({ value: filled }),
  date: part({ timestamp: number('none'), format: filled }, { url: string(), fallback: string() }),
};

const parts = list(byType(richTextParts, 'rich_text.parts'));
const section = object({ type: oneOf('rich_text_section'), elements: parts }, {});
const border = { border: oneOf(0, 1) };

export const richTextElements: Record<string, Check> = {
  rich_text_section: section,
  rich_text_list: object(
    { type: filled, elements: list(section), style: oneOf('bullet', 'ordered') },
    { indent: number('none'), offset: number('none'), border: anything },
  ),
  rich_text_quote: object({ type: filled, elements: parts }, border),
  rich_text_preformatted: object(
    {
      type: filled,
      elements: list(
        byType(
          { text: part({ text: filled }), link: part({ url: filled }, { text: string(), unsafe: boolean }) },
          'rich_text.parts',
        ),
      ),
    },
    { ...border, language: string() },
  ),
};

/** A rich text block, wherever it stands. */
export const richText = object(
  { type: oneOf('rich_text'), elements: list(byType(richTextElements, 'rich_text.elements')) },
  { block_id: string('block_id') },
);
