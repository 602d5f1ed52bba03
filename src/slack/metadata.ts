import { z } from 'zod';
import { withoutWarnings } from '../../commands/form.ts';

/** What a modal carries unseen: where it belongs, the id of its one request, and what the form is about. */
const carriedSchema = z.object({
  channel: z.string(),
  inspection: z.string().nullable(),
  request: z.string(),
  about: z.record(z.string(), z.string()),
});
export type Carried = z.infer<typeof carriedSchema>;

/** Slack's limit for private_metadata. */
const most = 3000;

export const carried = (what: Carried): string => {
  const text = JSON.stringify(what);
  if (text.length <= most) return text;
  return JSON.stringify({ ...what, about: withoutWarnings(what.about) });
};

/** @throws Error that says nothing of it, when what a modal or a button carries is not of this app's making */
const read = <Value>(schema: z.ZodType<Value>, text: string): Value => {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Error('What came back is not what this app sent along', { cause });
  }
};

export const readCarried = (metadata: string): Carried => read(carriedSchema, metadata);
/** What a button adds to what its form is about. */
export const readAbout = (value = '{}'): Carried['about'] => read(carriedSchema.shape.about, value);
