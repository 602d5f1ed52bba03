import { readFileSync } from 'node:fs';

/** The verifier that goes out with every export: one plain file that needs only Node. */
export const verifier = (): string => readFileSync(new URL('./verify.mjs', import.meta.url), 'utf8');
