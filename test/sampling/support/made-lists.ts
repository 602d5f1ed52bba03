import { chanceFrom } from '../../crashlab/chance.ts';
import type { Cell, Sheet } from './workbook-file.ts';

/*
 * Lists of children such as an authority sends (Annex A), every number, name and place in them invented by a seed. Each worker, team and
 * postcode has signs that stand nowhere else, so that a test can look for them in everything that was written.
 */

/** Headings as the edition of 2019 has them, by list; List 9 as the edition of 2024. */
export const headings: Record<number, readonly string[]> = {
  1: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Date of Contact',
    'Contact Source',
  ],
  2: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Assessment start date',
    'Assessment completion date',
    'Organisation completing assessment',
  ],
  3: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Date of referral',
    'Referral Source',
    'Referral NFA?',
    'Number of Referrals in Last 12 Months',
    'Allocated Team',
    'Allocated Worker',
  ],
  4: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Does the Child have a Disability',
    'Continuous Assessment Start Date',
    'Child Seen During Continuous Assessment',
    'Continuous Assessment Date of Authorisation',
    'Was the child assessed as requiring LA children’s social care support',
    'Allocated Team',
    'Allocated Worker',
  ],
  5: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Does the Child have a Disability',
    'Strategy discussion initiating Section 47 Enquiry Start Date',
    'Was an Initial Child Protection Conference deemed unnecessary?',
    'Date of Initial Child Protection Conference',
    'Did the Initial Child Protection Conference Result in a Child Protection Plan',
    'Number of Section 47 Enquiries in the last 12 months',
    'Number of ICPCs in the last 12 months',
    'Allocated Team',
    'Allocated Worker',
  ],
  6: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Does the Child have a Disability',
    'CIN Start Date',
    'Primary Need Code',
    'Date Child Was Last Seen',
    'CIN Closure Date',
    'Reason for Closure',
    'Case status',
    'Allocated Team',
    'Allocated Worker',
  ],
  7: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Does the Child have a Disability',
    'Child Protection Plan Start Date',
    'Initial Category of Abuse',
    'Latest Category of Abuse',
    'Date of the Last Statutory Visit',
    'Was the Child Seen Alone?',
    'Date of latest review conference',
    'Child Protection Plan End Date',
    'Subject to Emergency Protection Order or Protected Under Police Powers in Last Six Months (Y/N)',
    'Number of Previous Child Protection Plans',
    'Allocated Team',
    'Allocated Worker',
  ],
  8: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)',
    'Does the Child have a Disability',
    'Date Started to be Looked After',
    "Child's Category of Need",
    'Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)',
    'Start date of current legal status',
    "Child's Legal Status",
    'Date of Latest Statutory Review',
    'Date of Last Social Work Visit',
    'What is the permanence plan for this child?',
    'Date of Last IRO Visit / Contact to the Child',
    'Date of Last Health Assessment',
    'Date of Last Dental Check',
    'Number of Placements in the Last 12 months',
    'Date Ceased to be Looked After',
    'Reason Ceased to be Looked After',
    'Start Date of Most Recent Placement',
    'Placement Type',
    'Placement Provider',
    'Placement postcode',
    'URN of Placement',
    'Placement Location',
    'LA of Placement',
    "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
    "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
    'Was the child offered a Return Interview after their last missing episode (Y/N)?',
    'Did the child accept a Return Interview after their last missing episode (Y/N)?',
    'Allocated Team',
    'Allocated Worker',
  ],
  9: [
    'Child Unique ID',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)',
    'Does the Child have a Disability',
    'Allocated Team',
    'Allocated Worker',
    'Allocated Personal Advisor',
    'Eligibility Category',
    'Latest Pathway Plan Review Date',
    'LA in Touch',
    'Latest Date of Contact',
    'Type of Accommodation',
    'Suitability of Accommodation',
    'Activity Status',
  ],
  10: [
    'Child Unique ID',
    'Family identifier',
    'Gender',
    'Ethnicity',
    'Date of Birth',
    'Age of Child (Years)',
    'Does the Child have a Disability',
    'Date the Child Entered Care',
    'Date of Decision that Child Should be Placed for Adoption',
    'Date of Placement Order',
    'Date of Matching Child and Prospective Adopters',
    'Date Placed for Adoption',
    'Date of Adoption Order',
    'Date of Decision that Child Should No Longer be Placed for Adoption',
    'Reason Why Child No Longer Placed for Adoption',
    'Date the child was placed for fostering in FFA or concurrent planning placement',
  ],
  11: [
    'Individual adopter identifier',
    'Family identifier',
    'Gender',
    'Ethnicity',
    'Disability',
    'Is the (prospective) adopter fostering for adoption?',
    'Date enquiry received',
    'Date Stage 1 started',
    'Date Stage 1 ended',
    'Date Stage 2 started',
    'Date Stage 2 ended',
    'Date application submitted',
    'Date application approved',
    'Date adopter matched with child(ren)',
    'Date child/children placed with adopter(s)',
    'No. of children placed',
    'Date of Adoption Order',
    'Date of leaving adoption process',
    'Reason for leaving adoption process',
  ],
};

export const titles: Record<number, string> = {
  1: 'List 1: Contacts',
  2: 'List 2: Early Help',
  3: 'List 3: Referral',
  4: 'List 4: Assessments',
  5: 'List 5: Section 47 enquiries and Initial Child Protection Conferences',
  6: 'List 6: Children in Need',
  7: 'List 7: Child protection',
  8: 'List 8: Children in care',
  9: 'List 9: Care leavers',
  10: 'List 10: Adoption',
  11: 'List 11: Adopters',
};

export type MadeList = { list: number; headings: readonly string[]; rows: Cell[][] };

const day = 86_400_000;

/** How many children each list has; a child who is on a plan or in care is in List 6 too. */
export type Sizes = Record<number, number>;

/** The lists of an invented authority as they stand on a day. */
export const madeLists = (seed: number, on: string, sizes: Sizes, teams = 12): MadeList[] => {
  const chance = chanceFrom(seed);
  const today = Date.parse(on);
  const below = (many: number): number => Math.floor(chance() * many);
  const one = <Each>(of: readonly Each[]): Each => of[below(of.length)] as Each;
  const ago = (most: number, least = 0): Date => new Date(today - (least + below(most - least)) * day);
  const often = (share: number): boolean => chance() < share;
  const yesNo = (share: number): string => (often(share) ? 'a) Yes' : 'b) No');
  const children = Array.from({ length: Math.max(...Object.values(sizes)) }, (_, index) => {
    const born = ago(18 * 365, 30);
    const team = below(teams);
    return {
      id: `ZQ${String(100_000 + index * 7 + below(7))}`,
      gender: one(['a) Male', 'b) Female', 'a) Male', 'b) Female', 'c) Not stated/recorded']),
      ethnicity: one(['a) WBRI', 'f) MWBC', 'k) APKN', 'o) BAFR']),
      born,
      age: Math.floor((today - born.getTime()) / day / 365.25),
      disabled: yesNo(0.1),
      team: `Team Xylo${String.fromCharCode(97 + team)}q`,
      worker: `Workwright Quillfeather${team * 10 + below(8)}`,
    };
  });
  type Child = (typeof children)[number];
  const postcode = (): string => `QX${below(90) + 10} ${below(9)}${one(['ZZ', 'QQ', 'XJ'])}`;
  const whole = ({ id, gender, ethnicity, born, age }: Child): Cell[] => [id, gender, ethnicity, born, age];
  const ended = (share: number): [Date | null, string | null] => (often(share) ? [ago(180), 'RC7'] : [null, null]);
  const rowOf: Record<number, (child: Child) => Cell[]> = {
    1: (child) => [...whole(child), ago(180), one(['q) 6: Police', 'e) 2A: Schools'])],
    2: (child) => [...whole(child), ago(180, 90), often(0.7) ? ago(90) : null, 'Early Help Qworum'],
    3: (child) => [
      ...whole(child),
      ago(180),
      one(['q) 6: Police', 'e) 2A: Schools']),
      yesNo(0.3),
      1 + below(4),
      child.team,
      child.worker,
    ],
    4: (child) => [
      ...whole(child),
      child.disabled,
      ago(180, 60),
      yesNo(0.9),
      often(0.8) ? ago(60) : null,
      yesNo(0.6),
      child.team,
      child.worker,
    ],
    5: (child) => [
      ...whole(child),
      child.disabled,
      ago(180, 30),
      yesNo(0.5),
      often(0.5) ? ago(30) : null,
      yesNo(0.4),
      1 + below(3),
      below(3),
      child.team,
      child.worker,
    ],
    6: (child) => {
      const [closed, reason] = ended(0.3);
      const status = closed
        ? 'e) Closed episode'
        : one([
            'a) Looked after child',
            'b) Child Protection plan',
            'c) Child in need plan',
            'c) Child in need plan',
            'd) Open assessment',
          ]);
      return [
        ...whole(child),
        child.disabled,
        ago(700, 180),
        'N1 - Abuse or neglect',
        ago(60),
        closed,
        reason,
        status,
        child.team,
        child.worker,
      ];
    },
    7: (child) => [
      ...whole(child),
      child.disabled,
      ago(700, 180),
      'a) Neglect',
      'd) Emotional abuse',
      ago(60),
      yesNo(0.8),
      ago(90),
      ended(0.25)[0],
      yesNo(0.05),
      one([0, 0, 0, 0, 1, 2]),
      child.team,
      child.worker,
    ],
    8: (child) => {
      const [ceased, reason] = ended(0.2);
      return [
        ...whole(child),
        yesNo(0.08),
        child.disabled,
        ago(2000, 200),
        'N1 - Abuse or neglect',
        yesNo(0.1),
        ago(700),
        'C2: FCO',
        ago(180),
        ago(60),
        'f) Long-term fostering',
        ago(180),
        ago(365),
        ago(365),
        one([1, 1, 1, 2, 2, 3, 4]),
        ceased,
        reason,
        ago(500),
        one(['U4', 'U6', 'K2', 'H5', 'P1']),
        'b) PR1: Own provision',
        postcode(),
        `SC${700_000 + below(90_000)}`,
        one(['a) In', 'b) Out']),
        'E09000999',
        one([0, 0, 0, 0, 1, 3]),
        0,
        yesNo(0.8),
        yesNo(0.6),
        child.team,
        child.worker,
      ];
    },
    9: (child) => [
      ...whole(child),
      yesNo(0.1),
      child.disabled,
      child.team,
      child.worker,
      `Adviser Brindlewick${below(20)}`,
      'b) Former relevant child',
      ago(200),
      one(['a) Yes', 'a) Yes', 'b) No', 'Refu']),
      ago(90),
      'U: Independent living',
      one(['a) Suitable', 'b) Unsuitable']),
      'F3: Full time in training or employment',
    ],
    10: (child) => [
      child.id,
      `FAM${10_000 + below(80_000)}`,
      ...whole(child).slice(1),
      child.disabled,
      ago(900, 500),
      ago(365, 200),
      ago(300, 100),
      often(0.5) ? ago(100) : null,
      often(0.5) ? ago(90) : null,
      often(0.3) ? ago(60) : null,
      null,
      null,
      null,
    ],
    11: ({ gender, ethnicity }) => [
      `AD${30_000 + below(60_000)}`,
      `FAM${10_000 + below(80_000)}`,
      gender,
      ethnicity,
      yesNo(0.05),
      yesNo(0.1),
      ago(365),
      ago(330),
      ago(300),
      ago(280),
      ago(200),
      ago(190),
      ago(150),
      ago(100),
      ago(80),
      one([1, 2]),
      null,
      null,
      null,
    ],
  };
  return Object.entries(sizes).map(([number, many]) => {
    const list = Number(number);
    const first = below(children.length - many + 1);
    const here = children.slice(first, first + many);
    // Contacts, referrals and enquiries are one row each, so a child may stand there several times.
    const rows = list <= 5 ? [...here, ...here.filter(() => often(0.15))] : here;
    return { list, headings: headings[list] ?? [], rows: rows.flatMap((child) => [rowOf[list]?.(child) ?? []]) };
  });
};

/** The lists as sheets of one workbook, as the empty one of 2019 has them: a merged title, the headings in the second row. */
export const asSheets = (lists: readonly MadeList[]): Sheet[] =>
  lists.map(({ list, headings: across, rows }) => ({
    name: `List_${list}`,
    rows: [[titles[list] ?? ''], across, ...rows],
    merged: ['A1:E1'],
  }));
