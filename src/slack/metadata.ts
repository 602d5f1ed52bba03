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

/** @throws ZodError when a modal is not of this app's making */
export const readCarried = (metadata: string): Carried => carriedSchema.parse(JSON.parse(metadata));
