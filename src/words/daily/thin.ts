import type { Thin } from '../../domain/daily.ts';
import { listed } from '../../domain/framework.ts';
import { type DailyPart, labelled } from './part.ts';

/** Where too little is known. */
export const thinPart: DailyPart = ({ thin }) => {
  const named = (lacks: Thin['lacks']): string =>
    listed(
      thin.filter((each) => each.lacks === lacks).map(({ area }) => area.short),
      'and',
    );
  const [nothing, voice] = [named('everything'), named('a child’s voice')];
  const facts = [
    nothing && `nothing yet for ${nothing}`,
    voice && `no child’s or young person’s voice yet in ${voice}`,
  ];
  return facts.some(Boolean) ? [labelled('Thin', facts.filter(Boolean).join('; '))] : [];
};
