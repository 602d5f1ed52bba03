/** An inspection: what can be asked of it, what happened in it, how it stands. Parts of it live beside this file. */

export { decide } from './inspection-deciding.ts';
export { extend } from './inspection-folding.ts';
export {
  type InspectionCommand,
  type InspectionEvent,
  inspectionCommand,
  inspectionEvent,
} from './inspection-messages.ts';
export { type AreaRecord, begin, type Entered, type Inspection } from './inspection-state.ts';
