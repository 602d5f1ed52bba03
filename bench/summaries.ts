import { rmSync } from 'node:fs';
import { summaryOf } from '../src/domain/summary.ts';
import { openInspections } from '../src/inspections.ts';
import { aFolder, openStore } from './items.ts';
import { median, timed } from './measuring.ts';
import { keepInspection } from './records.ts';
import { type Figure, held, milliseconds, shown } from './report.ts';

const items = 100_000;
const times = 7;

/** An inspection with 100,000 items: opening it, its first summary, and the ones after. */
export const measureSummaries = async (): Promise<Figure[]> => {
  const folder = aFolder();
  const filling = await openStore(folder);
  const id = await keepInspection(filling, { channel: 'CTEAM', items });
  await filling.close();

  const opening: number[] = [];
  const cold: number[] = [];
  const warm: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const store = await openStore(folder);
    opening.push(await timed(() => store.each(id, 0, () => {})));
    await store.close();

    const another = await openStore(folder);
    const inspections = await openInspections(another, () => {});
    cold.push(await timed(async () => summaryOf(await inspections.of(id))));
    const inspection = await inspections.of(id);
    for (let again = 0; again < 200; again += 1) warm.push(await timed(() => summaryOf(inspection)));
    await inspections.close();
  }
  rmSync(folder, { recursive: true });
  const there = 'inspection with 100,000 entries';
  return [
    held(`${there}: its summary, once folded`, median(warm), 0.1, 'ms'),
    held(`${there}: opened, its whole chain verified`, median(opening) / 1000, 1, 's'),
    shown(`${there}: opened, verified, folded, and its first summary`, milliseconds(median(cold))),
  ];
};
