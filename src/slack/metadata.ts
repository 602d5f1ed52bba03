import { z } from 'zod';

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
  // Only warnings grow long; the form shows them itself, so the next drawing can do without.
  const { told: _, names: __, ...about } = what.about;
  return JSON.stringify({ ...what, about });
};

/** @throws ZodError when a modal is not of this app's making */
export const readCarried = (metadata: string): Carried => carriedSchema.parse(JSON.parse(metadata));
