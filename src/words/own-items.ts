import type { Inspection } from '../domain/inspection.ts';
import { letterOf } from '../domain/items.ts';
import type { OwnItem } from '../domain/own-items.ts';
import { caseLine } from './case.ts';
import { challengeLine } from './challenge.ts';
import { concernLine } from './concern.ts';
import { evidenceLineWithin } from './evidence.ts';
import { findingLine } from './finding.ts';
import { lineLine } from './line.ts';
import { meetingLine } from './meeting.ts';
import type { Button, Line } from './message.ts';
import { previousLine } from './previous.ts';
import { recommendationLine } from './recommendation.ts';
import { requestLine } from './request.ts';

/** Items of every kind as they stand in a list, each by the letter of its number. */
const lines: Readonly<
  Record<string, (inspection: Inspection, item: string, at: string, most: number) => Line | undefined>
> = {
  E: (inspection, item, at, most) => {
    const found = inspection.evidence.get(item);
    return found && evidenceLineWithin(inspection, found, at, most);
  },
  F: (inspection, item, _, most) => {
    const found = inspection.findings.get(item);
    return found && findingLine(inspection, found, most);
  },
  L: (inspection, item, _, most) => {
    const found = inspection.lines.get(item);
    return found && lineLine(inspection, found, most);
  },
  C: (inspection, item) => {
    const found = inspection.cases.registered.get(item);
    return found && caseLine(inspection, found);
  },
  A: (inspection, item, _, most) => {
    const found = inspection.recommendations.get(item);
    return found && recommendationLine(inspection, found, most);
  },
  V: (inspection, item, _, most) => {
    const found = inspection.previous.get(item);
    return found && previousLine(inspection, found, most);
  },
  M: (inspection, item, at, most) => {
    const found = inspection.meetings.get(item);
    return found && meetingLine(inspection, found, at, most);
  },
  K: (inspection, item, at, most) => {
    const found = inspection.concerns.get(item);
    return found && concernLine(inspection, found, at, most);
  },
  H: (inspection, item, at, most) => {
    const found = inspection.challenges.get(item);
    return found && challengeLine(inspection, found, at, most);
  },
  Q: (inspection, item, at, most) => {
    const found = inspection.requests.get(item);
    return found && requestLine(inspection, found, at, most);
  },
};

/** An item of the ordinary record in a line; null where there is none of that number. */
export const itemLine = (inspection: Inspection, item: string, at: string, most: number): Line | null =>
  lines[letterOf(item)]?.(inspection, item, at, most) ?? null;

export const itemLines = (inspection: Inspection, own: readonly OwnItem[], at: string, most: number): Line[] =>
  own.flatMap(({ item }) => {
    const line = itemLine(inspection, item, at, most);
    return line ? [line] : [];
  });

/** A button for each that may be put right. */
export const editButtons = (own: readonly OwnItem[]): Button[] =>
  own.filter(({ changeable }) => changeable).map(({ item }) => ({ label: `Edit ${item}`, does: `edit ${item}` }));
