import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifiersIn } from '../../src/domain/text/identifiers.ts';
import { under } from '../support/given.ts';
import { evidence, gradeOf, overall, reopen, withdraw } from '../support/sent.ts';

// NHS numbers beginning with 999 are never given to anybody; telephone numbers are Ofcom's for drama.
const found: Record<string, string[]> = {
  'an NHS number': [
    'NHS number 9990000018 on the file',
    'NHS no. 999 000 0018',
    '999-000-0026 was on the whiteboard',
    'NHS:9990000999.',
    '(999 000 0042)',
    'copied from the file: 999\u00a0000\u00a00050',
    'NHS no-9990000069',
    '9990000077-seen alone',
    '999\u200b000\u200b0018 copied from a page',
    '999–000–0026 as a word processor writes it',
    '９９９ ０００ ００４２ in wide digits',
    'NHS 999.000.0085',
  ],
  'a date of birth': [
    'DOB 03/04/2007',
    'dob: 3.4.07',
    'DoB - 03-04-2007',
    'D.O.B. 3/4/2007',
    'd.o.b 3/4/2007',
    'DOB 03042007',
    'born 03–04–2007',
    'DOB: 03\u200b/04/2007',
    'DOB 030407',
    'DOB 03 04 2007',
    'DOB = 2007/04/03',
    'Date of birth 3 April 2007',
    'Date of birth: the 3rd of April 2007',
    'date of birth recorded as 03/04/2007',
    'The child was born on 3rd April, 2007.',
    'born 2007-04-03',
    'born 3 Apr 07',
    'born April 3, 2007',
    'born on April 3rd 2007',
    'her birthday is 3 April 2007',
    '(b. 3/4/2007)',
    'Child, 03/04/2007 (DOB), seen alone',
    'born on Tuesday 3 April 2007',
  ],
  'a National Insurance number': ['NI AB123456C', 'AB 12 34 56 C on the tenancy form', 'ab123456d'],
  'a postcode': [
    'lives at SW1A 1AA',
    'sw1a1aa',
    'moved to M1 1AE.',
    'moved to NO1 1ZZ',
    'the flat in HP1 2ND',
    'B33 8TH',
    'CR2 6XH, then DN55 1PT',
    'postcode:-W1A 0AX',
    'EC1A  1BB',
    'GIR 0AA',
  ],
  'a telephone number': [
    'ring 020 7946 0018',
    'mobile 07700 900123',
    '07700900123',
    '+44 7700 900123',
    '+447700900123',
    '+44 (0)20 7946 0018',
    '0044 7700 900123',
    '(01632) 960 001',
    '01632-960001',
    '0113.496.0018',
    'mum-07700 900 123',
    'grandmother in Dublin: +353 20 910 0018',
  ],
  'an e-mail address': [
    'write to someone@example.org',
    'someone.else+case@social-care.example.gov.uk, please',
    'SOMEONE@EXAMPLE.ORG',
    '<someone@example.org>',
  ],
  'a unique pupil number': ['UPN A123456789012', 'h801200001001', 'number T12345678901A on the list'],
};

const ordinary = [
  'C-017 strategy discussion held four days late',
  'E-014 and C-007 say the same',
  'E-014 2013-11-19 10:30',
  'Strategy discussion on 19/11/2013 at 10:30',
  'Seen on 05-11-2013 10:30 and on 05.11.2013 10.30',
  'The conference of 3 April 2013 was late',
  'babies born before 19 November 2013 were not counted',
  'date of birth missing on 12 files, seen 19/11/2013',
  'HP1 2nd visit, HP2 3rd visit',
  'HP1 1st, 21st and 4th visits',
  's47 5wd late, S20 2nd review, HP3 2hr wait',
  'From 10:05 to 11:45, 14.30 to 16.00',
  '1,234 contacts, 567 referrals and 89 assessments',
  'Monthly contacts: 0 12 15 20 18 22 31 40',
  'Babies born: 12 15 20 a month',
  'Contacts by month 101 112 115 120 118 122',
  '36 of 40 cases (90%)',
  'In 2013/14 there were 2 500 referrals',
  'Budget of £1,250,000 in 2013-14',
  'on 014 days and 020 nights in 2013',
  'KS2 and KS4 results',
  'Reference 1234567890 in the register',
  '999 000 0019 is nobody’s number',
  'version 1.2.3',
  'seen @ home',
  'The unborn 2013 panel',
  'SIF-5a and IL-7b',
];

describe('a text with an identifier of a child', () => {
  const cases = Object.entries(found).flatMap(([kind, texts]) => texts.map((text) => ({ kind, text })));

  it.each(cases)('[C1] finds $kind in "$text"', ({ kind, text }) => {
    expect(identifiersIn(text).map((identifier) => identifier.kind)).toContain(kind);
  });

  it.each(ordinary)('[C1] finds none in "%s"', (text) => {
    expect(identifiersIn(text)).toEqual([]);
  });

  it('[C1] finds it wherever it stands in a long text', () => {
    const around = fc.array(fc.constantFrom('late', 'seen', 'C-017', '19/11/2013', '14', 'visits', '–'), {
      maxLength: 30,
    });
    const identifier = fc.constantFrom('9990000018', 'DOB 3/4/2007', 'SW1A 1AA', '07700 900123', 'someone@example.org');
    fc.assert(
      fc.property(around, identifier, around, (before, which, after) => {
        const text = [...before, 'number', which, 'and', ...after].join(' ');
        expect(identifiersIn(text).map((each) => each.text)).toContain(which);
      }),
    );
  });

  it('[C1] knows a valid NHS number by its last digit alone', () => {
    const nine = fc.integer({ min: 999_000_000, max: 999_999_999 });
    fc.assert(
      fc.property(nine, (start) => {
        const valid = [...'0123456789'].filter((last) =>
          identifiersIn(`${start}${last}`).some((each) => each.kind === 'an NHS number'),
        );
        expect(valid.length).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('sending such a text', () => {
  const sif = under('sif-2013');
  const nhs = '9990000018';
  const says = ['"9990000018"', 'an NHS number', 'C-007'];

  it.each(['text', 'site', 'agency'])('[C1] is refused at %s, naming what was found', (field) => {
    sif
      .started()
      .when(evidence({ [field]: `seen ${nhs}` }), 'inspector')
      .refuses(field, ...says);
  });

  it('[C1] is refused in a reason, a narrative and an answer', () => {
    sif
      .withEvidence()
      .when({ ...withdraw('E-001'), reason: nhs }, 'lead')
      .refuses('reason', ...says);
    const grade = { ...gradeOf('help-and-protection', 'good', ['E-001']), narrative: nhs };
    sif
      .withEvidence()
      .when(grade, 'lead')
      .refuses('narrative', ...says);
    sif
      .judged('good', {})
      .when(overall('good', nhs), 'lead')
      .refuses('reason', ...says);
    sif
      .judged('good', {})
      .when(overall('good', null, { 'IL-2': nhs }), 'lead')
      .refuses('answers.IL-2', ...says);
    sif
      .signedOff()
      .when(reopen(nhs), 'lead')
      .refuses('reason', ...says);
  });

  it('[C1] is refused at the case, where only a team reference belongs', () => {
    sif
      .started()
      .when(evidence({ case: nhs }), 'inspector')
      .refuses('case', 'C-017');
  });
});
