import { areaOf, listed } from '../../domain/framework.ts';
import { untrailed } from '../../domain/matters/meeting.ts';
import { type DailyPart, labelled } from './part.ts';

/** Grades that the next keep-in-touch meeting should trail. */
export const trailedPart: DailyPart = ({ summary: { inspection } }) => {
  const areas = untrailed(inspection).map(({ area }) => areaOf(inspection.framework, area).short);
  return areas.length > 0 ? [labelled('Not trailed to the authority', listed(areas, 'and'))] : [];
};
