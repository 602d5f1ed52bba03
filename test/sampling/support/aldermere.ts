import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asked } from '../../cli/asked.ts';
import { asSheets, type MadeList, madeLists } from './made-lists.ts';
import { workbookFile } from './workbook-file.ts';

/** The lists that Aldermere sends in its sample fortnight, and how its cases are drawn from them. Nobody in them exists. */

const practice = join(import.meta.dirname, '../../../data/practice');
export const aldermereWorkbook = join(practice, 'aldermere-2023.xlsx');
export const aldermerePlan = join(practice, 'aldermere-2023.plan.txt');

export const aldermereSheets = (): MadeList[] =>
  madeLists(
    20231108,
    '2023-11-08',
    { 1: 240, 2: 60, 3: 200, 4: 150, 5: 80, 6: 330, 7: 150, 8: 266, 9: 140, 10: 18, 11: 24 },
    6,
  );

export const aldermereLists = (): Buffer => workbookFile(asSheets(aldermereSheets()));

export const aldermereAsked = (workbook: string, key: string, plan: string): string[] => [
  ...['sample', workbook, '--framework', 'ilacs-2023', '--day', '2023-11-08'],
  ...['--plan', 'front-door=6 protection-plan=7 in-need=6 in-care=10 care-leaver=6', '--reserves', '2'],
  ...['--tracked', 'protection-plan=3 in-care=3', '--seed', 'heron from Ana Reyes, ferry from the director'],
  ...['--rule', 'strata by team, age band', '--rule', 'oversample in-care to 4 where placements >= 3'],
  ...['--readers', 'Ben Okoro, Chi Lam, Dee Marsh, Kit Rowan', '--key', key, '--out', plan],
];

/** `npx tsx test/sampling/support/aldermere.ts <key file>` makes both files of data/practice anew. */
const [, script = '', key] = process.argv;
if (script.endsWith('aldermere.ts') && key) {
  writeFileSync(aldermereWorkbook, aldermereLists());
  void asked(aldermereAsked(aldermereWorkbook, key, aldermerePlan)).then(({ printed, complained, code }) => {
    process.stdout.write(`${[...printed, ...complained].join('\n')}\n`);
    process.exitCode = code;
  });
}
