import { writeFileSync } from 'node:fs';
import { shownPlace } from '../../src/cli/doctor.ts';
import { rehearsed } from './rehearsed.ts';

const { shown } = await rehearsed();
writeFileSync(shownPlace, shown.map((each) => `${JSON.stringify(each)}\n`).join(''));
process.stdout.write(`${shown.length} forms and messages are in ${shownPlace}.\n`);
