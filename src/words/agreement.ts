import { fewestRounds } from '../domain/agreement.ts';
import type { Agreement } from '../domain/round-agreement.ts';
import { andMore, type Button, counted, followedBy, type Line, type Message, message, says } from './message.ts';
import { roundLine } from './round.ts';

/** So many disagreements are listed, the furthest apart first. */
const listedAtOnce = 12;

const coefficient = ({ enough, alpha, rounds }: Agreement): Line => {
  if (!enough)
    return [`Fewer than ${fewestRounds} rounds (${rounds}), so no coefficient is claimed: the list below says more.`];
  if (alpha === null) return ['Every grade given was the same, so a coefficient is not defined.'];
  return [
    { strong: `Krippendorff’s alpha, ordinal: ${alpha.toFixed(2)}` },
    ' on the framework’s whole scale. 1 is full agreement, 0 is what chance would give.',
  ];
};

/** How far rounds agree. `over` says whose rounds these are, such as "Northmoor"; `named` whether each says which inspection it is of. */
export const agreementMessage = (
  agreement: Agreement,
  over: string,
  named: boolean,
  buttons: readonly Button[],
): Message => {
  const { rounds, raters, grades, same, oneStep, further, disagreements } = agreement;
  if (rounds === 0) {
    const none = says(`No closed round of ${over} has two grades yet, so there is nothing to compare.`);
    return followedBy(none, { buttons });
  }
  const shown = disagreements.slice(0, listedAtOnce);
  const more = disagreements.length - shown.length;
  const line = ({ inspection, round }: (typeof shown)[number]): Line => [
    ...(named ? [`${inspection.authority} · `] : []),
    ...roundLine(inspection, round),
  ];
  return message(
    { heading: `How far rounds agree: ${over}` },
    {
      lines: [
        [`${counted(rounds, 'round')}, ${counted(raters, 'inspector')}, ${counted(grades, 'grade')}.`],
        coefficient(agreement),
        [`All the same in ${same}, one step apart in ${oneStep}, two steps or more in ${further}.`],
      ],
    },
    { list: shown.map(line) },
    andMore(more),
    { buttons },
    { note: 'Only you can see this. It says nothing of any one person.' },
  );
};
