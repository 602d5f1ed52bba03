import { afterEach } from 'vitest';
import { closeAll } from './closing.ts';

// Runs before each file of tests. A module that several files of one worker use is loaded once: what it would say to vitest for
// itself, such as its own afterEach, would hold for the first of them only.
afterEach(closeAll);
