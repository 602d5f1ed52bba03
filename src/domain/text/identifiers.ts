/**
 * Identifiers of children that have no place in evidence (design: "Children's data"). Each kind says how it is
 * found; a case reference such as C-017 never matches.
 */

type Identifier = { kind: string; text: string };

/** The last digit of an NHS number is 11 minus the weighted sum modulo 11 (NHS Data Dictionary, "NHS number"). */
const isNhsNumber = (text: string): boolean => {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return digits.length === 10 && check !== 10 && check === digits[9] && new Set(digits).size > 1;
};

/** "2nd" or "5wd" after a word such as HP1 or s47 has a postcode's shape, but nobody writes a postcode that way. */
const isCount = (text: string): boolean => /\d(st|nd|rd|th|hr|yr|wd)$/.test(text);

const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const nth = String.raw`\d{1,2}(?:st|nd|rd|th)?`;
const date = [
  String.raw`\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})`,
  String.raw`\d{1,2}\s\d{1,2}\s\d{4}`,
  String.raw`\d{4}[./-]\d{1,2}[./-]\d{1,2}`,
  String.raw`(?:\d{8}|\d{6})(?!\d)`,
  String.raw`${nth}[\s-]+(?:of\s+)?(?:${month})\.?,?[\s-]+\d{2,4}`,
  String.raw`(?:${month})\.?\s+${nth},?\s+\d{2,4}`,
].join('|');
const birth = String.raw`\bd\.?\s?o\.?\s?b\b\.?|\bdate of birth|\bbirth ?date|\bbirthday|\bborn|\bb\.`;
const between = String.raw`[\s:,(=–−-]*(?:(?:is|was|on|the|as|given|recorded|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\s,]+)*`;

/** What may stand between the groups of a number. */
const gap = String.raw`[\p{Zs}\t().-]`;
/** Digits whose later groups have two or more: "0 12 15" are counts. */
const groups = String.raw`(?:(?:${gap}{1,3}(?=\d\d))?\d)`;

/** Letters of both cases: under the flag for that, what is made of a pattern with \p{L} costs several times as much. */
const either = (letters: string): string => `[${letters}${letters.toLowerCase()}]`;
const start = String.raw`(?<![\p{L}\d])`;
const end = String.raw`(?![\p{L}\d])`;

/**
 * `mayHold` looks at a text, and at how many digits it has, for what each such identifier has at least. An engine forgets what it made of a
 * pattern that was not used for a while; making it anew takes milliseconds, for which most texts give no cause.
 */
type Kind = {
  kind: string;
  mayHold: (text: string, digits: number) => boolean;
  pattern: RegExp;
  holds: (text: string) => boolean;
};

const always = () => true;
const atLeast = (least: number) => (_: string, digits: number) => digits >= least;
const wordsOfBirth = new RegExp(birth, 'i');
const speaksOfBirth = (text: string): boolean => wordsOfBirth.test(text);

const kinds: Kind[] = [
  {
    kind: 'an e-mail address',
    mayHold: (text) => text.includes('@'),
    pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
    holds: always,
  },
  {
    kind: 'an NHS number',
    mayHold: atLeast(10),
    pattern: /(?<!\d[.-]?)\d{3}[\p{Zs}\t.-]{0,2}\d{3}[\p{Zs}\t.-]{0,2}\d{4}(?![.-]?\d)/gu,
    holds: isNhsNumber,
  },
  {
    kind: 'a date of birth',
    mayHold: speaksOfBirth,
    pattern: new RegExp(`(?:${birth})${between}(?:${date})`, 'gi'),
    holds: always,
  },
  {
    kind: 'a date of birth',
    mayHold: speaksOfBirth,
    pattern: new RegExp(String.raw`(?:${date})\s*\((?:d\.?o\.?b|date of birth)\b`, 'gi'),
    holds: always,
  },
  // A pupil's number: a check letter, eleven digits and a digit or letter (Department for Education, UPN guide).
  {
    kind: 'a unique pupil number',
    mayHold: atLeast(11),
    pattern: new RegExp(String.raw`${start}${either('A-HJ-NP-RT-Z')}\d{11}[\dA-Za-z]${end}`, 'gu'),
    holds: always,
  },
  // Two letters, six digits and a letter, some letters never given (HM Revenue and Customs, National Insurance manual NIM39110).
  {
    kind: 'a National Insurance number',
    mayHold: atLeast(6),
    pattern: new RegExp(
      String.raw`${start}${either('A-CEGHJ-PR-TW-Z')}${either('A-CEGHJ-NPR-TW-Z')}[\p{Zs}\t]?(?:\d{2}[\p{Zs}\t]?){3}[A-Da-d]${end}`,
      'gu',
    ),
    holds: always,
  },
  // National numbers begin with 0 and an area's two to five digits. The number of an item, such as E-014, begins none.
  {
    kind: 'a telephone number',
    mayHold: atLeast(8),
    pattern: new RegExp(
      String.raw`(?<![\d+]|\b[A-Za-z]-)(?:(?:\+|00)[1-9]\d{0,2}${gap}{0,2}(?:\(0\))?${groups}{7,12}|\(?0\d\d${groups}{7,8})(?!\d)`,
      'gu',
    ),
    holds: always,
  },
  {
    kind: 'a postcode',
    mayHold: atLeast(1),
    pattern: new RegExp(
      String.raw`${start}(?:[Gg][Ii][Rr] ?0[Aa][Aa]|${either('A-PR-UWYZ')}${either('A-HK-Y')}?\d[A-Za-z\d]?[\p{Zs}\t]{0,2}\d${either('ABD-HJLNP-UW-Z')}{2})${end}`,
      'gu',
    ),
    holds: (text) => !isCount(text),
  },
];

/** A text as it reads: copied numbers bring along signs that nobody sees, and dashes and digits of other kinds. */
const asRead = (text: string): string =>
  text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[\p{Pd}−]/gu, '-')
    .normalize('NFKC');

/** Every identifier in a text, in the order of the kinds above. */
export const identifiersIn = (text: string): Identifier[] => {
  const read = asRead(text);
  const digits = read.replace(/\D/g, '').length;
  return kinds.flatMap(({ kind, mayHold, pattern, holds }) =>
    (mayHold(read, digits) ? [...read.matchAll(pattern)] : [])
      .filter(([found]) => holds(found))
      .map(([found]) => ({ kind, text: found.trim() })),
  );
};
