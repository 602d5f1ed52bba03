import { describe, expect, it } from 'vitest';
import { sitesOf } from '../../src/domain/sites.ts';
import { sitesInWords, untouchedInWords } from '../../src/words/sites.ts';
import { visit } from '../law/samples.ts';
import { framework } from '../support/frameworks.ts';
import { given } from '../support/given.ts';
import { evidence, registerCase, type Sent } from '../support/sent.ts';

const started = () => given(framework('sif-2013'));
const context = (sites: string | null): Sent => ({ type: 'SetContext', sites });

describe('the authority’s sites', () => {
  it('[VI2] come from the context, visits, cases and evidence, each once however it is spelt, those of the context first', () => {
    const so = started()
      .and(context('North office\nEast office\n\nEast office '), 'lead')
      .and(evidence({ site: 'east  OFFICE' }), 'inspector')
      .and(evidence({ site: 'Quay House' }), 'inspector')
      .and(registerCase({ site: 'West office' }), 'inspector')
      .and(visit({ site: 'South office' }), 'inspector')
      .state();
    expect(sitesOf(so).map(({ name }) => name)).toEqual([
      'North office',
      'East office',
      'Quay House',
      'South office',
      'West office',
    ]);
    expect(untouchedInWords(sitesOf(so))).toEqual({
      unvisited: 'North office, East office, Quay House and West office',
      silent: 'North office, South office and West office',
    });
  });

  it('[VI3] count an item about a case for its case’s site, unless it names one itself', () => {
    const so = started()
      .and(registerCase({ site: 'West office' }), 'inspector')
      .and(evidence({ case: 'C-001' }), 'inspector')
      .and(evidence({ case: 'C-001', text: 'Seen again' }), 'inspector')
      .and(evidence({ case: 'C-001', site: 'East office', text: 'Seen elsewhere' }), 'inspector')
      .and(evidence({ text: 'Seen nowhere in particular' }), 'inspector');
    expect(sitesInWords(so.state(), so.state().whole, 5)).toBe('West office 2, East office 1; 1 item names none');
    const { whole: tally } = so.and({ type: 'WithdrawEvidence', item: 'E-001', reason: 'Seen twice' }, 'lead').state();
    expect(sitesInWords(so.state(), tally, 5)).toBe('East office 1, West office 1; 1 item names none');
  });

  it('[VI2] are none in a record from before they were named', () => {
    const { sites: _, ...before } = context(null);
    const so = started()
      .and({ ...before, offices: '6' }, 'lead')
      .state();
    expect(so.context?.sites).toEqual([]);
    expect(sitesOf(so)).toEqual([]);
  });
});
