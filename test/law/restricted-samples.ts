import type { RestrictedCommand } from '../../src/domain/restricted.ts';
import { restricted } from '../support/sent.ts';
import { type Act, writtenInConfidence } from './samples.ts';

/** The same of what is restricted. */

const told = 'W-AAAA';
export const restrictedSamples: Record<RestrictedCommand['type'], readonly Act[]> = {
  RecordRestrictedEvidence: [
    ['inspector', restricted(told, { source: 'whistleblower', text: 'Visits are written up unmade', case: 'C-099' })],
    [
      'partner',
      restricted('W-DDDD', { source: 'whistleblower', text: 'Written in confidence', from: writtenInConfidence }),
    ],
    ['observer', restricted('W-BBBB', { source: 'whistleblower', areas: ['leadership'], site: 'Quay House' })],
  ],
  EditRestrictedEvidence: [
    ['lead', { ...restricted(told, { source: 'whistleblower', text: 'Two said so' }), type: 'EditRestrictedEvidence' }],
  ],
  WithdrawRestrictedEvidence: [
    ['deputy', { type: 'WithdrawRestrictedEvidence', item: 'W-BBBB', reason: 'Said in error' }],
  ],
  EraseRestrictedItem: [['lead', { type: 'EraseRestrictedItem', item: 'W-BBBB', reason: 'The date has passed' }]],
  RecordRestrictedExport: [['qualityAssurance', { type: 'RecordRestrictedExport', files: ['a.restricted.md'] }]],
  LinkRestrictedItem: [['lead', { type: 'LinkRestrictedItem', item: told, line: 'L-001' }]],
  CloseRestrictedItem: [['deputy', { type: 'CloseRestrictedItem', item: told, done: 'Ten files were read' }]],
};
