import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const samplesFolder = join(root, 'data/practice');
export const manifest = join(root, 'manifest.yml');
