/**
 * Where evidence comes from, as inspectors name it (sources named in the 2013 to 2018 single inspection reports; tracked
 * and sampled as the social care common inspection framework uses them). `one` and `many` are for counting.
 */
export const sources = [
  {
    id: 'case-tracked',
    label: 'Case record, tracked in depth',
    one: 'tracked case record',
    many: 'tracked case records',
  },
  { id: 'case-sampled', label: 'Case record, sampled', one: 'sampled case record', many: 'sampled case records' },
  { id: 'case-audit', label: 'Case audited by the authority', one: 'case audit', many: 'case audits' },
  { id: 'observation', label: 'Observation of practice', one: 'observation', many: 'observations' },
  { id: 'child', label: 'Child or young person', one: 'talk with children', many: 'talks with children' },
  {
    id: 'parent-or-carer',
    label: 'Parent or carer',
    one: 'talk with parents or carers',
    many: 'talks with parents or carers',
  },
  { id: 'worker', label: 'Social worker or other worker', one: 'talk with workers', many: 'talks with workers' },
  { id: 'staff-group', label: 'Front-line staff group', one: 'staff group', many: 'staff groups' },
  {
    id: 'principal-social-worker',
    label: 'Principal social worker',
    one: 'talk with the principal social worker',
    many: 'talks with the principal social worker',
  },
  {
    id: 'manager',
    label: 'Manager or leader',
    one: 'talk with managers or leaders',
    many: 'talks with managers or leaders',
  },
  { id: 'partner', label: 'Partner agency', one: 'partner agency', many: 'partner agencies' },
  { id: 'data', label: 'Data', one: 'data item', many: 'data items' },
  { id: 'document', label: 'Document or policy', one: 'document', many: 'documents' },
  {
    id: 'self-evaluation',
    label: 'The authority’s self-evaluation',
    one: 'self-evaluation claim',
    many: 'self-evaluation claims',
  },
  { id: 'whistleblower', label: 'Whistleblower (restricted)', one: 'whistleblower', many: 'whistleblowers' },
  { id: 'not-stated', label: 'Not stated', one: 'item with no source stated', many: 'items with no source stated' },
] as const;

export type Source = (typeof sources)[number]['id'];

export const sourceIds = sources.map((source) => source.id) as [Source, ...Source[]];

export const sourceLabel = (id: Source): string => sources.find((source) => source.id === id)?.label ?? id;

/** "3 observations", "1 staff group". */
export const countedSource = (id: Source, count: number): string => {
  const source = sources.find((each) => each.id === id);
  return `${count} ${count === 1 ? source?.one : source?.many}`;
};

/** What an item of evidence is. */
export const signs = ['strength', 'concern', 'priority-concern', 'context'] as const;
export type Sign = (typeof signs)[number];
export const signLabels: Record<Sign, string> = {
  strength: 'Strength',
  concern: 'Concern',
  'priority-concern': 'Priority concern',
  context: 'Context',
};

/** What an item is about: a child's experience first, process last. */
export const abouts = ['experience', 'practice', 'process'] as const;
export type EvidenceAbout = (typeof abouts)[number];
export const aboutLabels: Record<EvidenceAbout, string> = {
  experience: 'Experience',
  practice: 'Practice',
  process: 'Process',
};
