import { cohortLabel } from '../domain/cohorts.ts';
import { inWordsOf } from '../domain/field.ts';
import { areaOf } from '../domain/framework.ts';
import type { Inspection } from '../domain/inspection.ts';
import { countedCases } from './areas.ts';
import { shortened } from './fitting.ts';
import { counted, type Line, type Part } from './message.ts';

/** The settings of an inspection as people read them. */

/** "fewer than 5 items or 3 cases", as far as either is set; empty where nothing is thin. */
export const thinInWords = (inspection: Inspection): string => {
  const { thinItems, thinCases } = inspection.settings;
  const bounds = [
    thinItems > 0 ? counted(thinItems, 'item') : '',
    thinCases > 0 ? countedCases(inspection, thinCases) : '',
  ];
  const words = bounds.filter(Boolean).join(' or ');
  return words ? `fewer than ${words}` : '';
};

/** "2 days with 50 % process or more". */
const processInWords = ({ settings: { processDays, processShare } }: Inspection): string =>
  `${counted(processDays, 'day')} with ${processShare} % process or more`;

const targetsInWords = ({ framework, settings }: Inspection): string => {
  const areas = [...settings.areaTargets].map(([id, planned]) => `${areaOf(framework, id).short} ${planned}`);
  const cohorts = [...settings.cohortTargets].map(([id, { planned, size }]) => {
    const numbers = [planned === null ? '' : `${planned}`, size === null ? '' : `of ${size}`].filter(Boolean);
    return `${cohortLabel(framework, id).toLowerCase()} ${numbers.join(' ')}`;
  });
  return [...areas, ...cohorts].join(', ');
};

/** Every setting, a line each. */
export const settingsParts = (inspection: Inspection): Part[] => {
  const targets = targetsInWords(inspection);
  const thin = thinInWords(inspection);
  const lines: Line[] = [
    [{ strong: 'Daily summary: ' }, `at ${inspection.dailySummaryAt} on working days, to lead and deputy`],
    [
      { strong: 'Channel digest: ' },
      inspection.settings.channelDigest ? 'on, in the team channel at the same time' : 'off',
    ],
    [{ strong: inWordsOf(inspection, '{Cases} planned: ') }, targets ? shortened(targets, 1200) : 'none set'],
    [{ strong: 'Thin evidence: ' }, thin || 'never said'],
    [{ strong: 'Turned to process: ' }, `the last ${processInWords(inspection)}`],
  ];
  return [{ heading: `Settings: ${inspection.authority}` }, { list: lines }];
};
