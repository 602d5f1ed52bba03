#!/usr/bin/env node
/** The command line: `npx fortnight <words>`. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { built } from './built.mjs';

await import(pathToFileURL(join(built(), 'cli.mjs')).href);
