/**
 * Identifiers of children that have no place in evidence (design: "Children's data"). Each kind says how it is
 * found; a case reference such as C-017 never matches.
 */

export type Identifier = { kind: string; text: string };

/** The last digit of an NHS number is 11 minus the weighted sum modulo 11 (NHS Data Dictionary, "NHS number"). */
const isNhsNumber = (text: string): boolean => {
  const digits = [...text.replace(/\D/g, '')].map(Number);
  const sum = digits.slice(0, 9).reduce((total, digit, place) => total + digit * (10 - place), 0);
  const check = (11 - (sum % 11)) % 11;
  return digits.length === 10 && check !== 10 && check === digits[9] && new Set(digits).size > 1;
};

/** "the 2nd" after a word such as HP1 has a postcode's shape, but nobody writes a postcode that way. */
const isOrdinal = (text: string): boolean => /\d(st|nd|rd|th)$/.test(text);

const numericDate = String.raw`\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|\d{4}-\d{2}-\d{2}`;
const month =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const wordDate = String.raw`\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:${month})\.?,?\s+\d{2,4}`;

type Kind = { kind: string; pattern: RegExp; holds: (text: string) => boolean };

const always = () => true;

const kinds: Kind[] = [
  { kind: 'an e-mail address', pattern: /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/giu, holds: always },
  { kind: 'an NHS number', pattern: /(?<![\d-])\d{3}[ -]?\d{3}[ -]?\d{4}(?![\d-])/g, holds: isNhsNumber },
  {
    kind: 'a date of birth',
    pattern: new RegExp(
      String.raw`(?:\bd\.?\s?o\.?\s?b\b\.?|\bdate of birth|\bbirth ?date|\bbirthday|\bborn|\bb\.)[\s:,(]*(?:(?:is|was|on|the)\s+)*(?:${numericDate}|${wordDate})`,
      'gi',
    ),
    holds: always,
  },
  // A pupil's number: a check letter, eleven digits and a digit or letter (Department for Education, UPN guide).
  {
    kind: 'a unique pupil number',
    pattern: /(?<![\p{L}\d])[A-HJ-NP-RT-Z]\d{11}[\dA-Z](?![\p{L}\d])/giu,
    holds: always,
  },
  {
    kind: 'a telephone number',
    pattern: /(?<![\d+])(?:\+44[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?:\d[\s()-]{0,2}){8,9}\d(?!\d)/g,
    holds: always,
  },
  {
    kind: 'a postcode',
    pattern: /(?<![\p{L}\d-])(?:GIR ?0AA|[A-PR-UWYZ][A-HK-Y]?\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2})(?![\p{L}\d])/giu,
    holds: (text) => !isOrdinal(text),
  },
];

/** Every identifier in a text, in the order of the kinds above. */
export const identifiersIn = (text: string): Identifier[] =>
  kinds.flatMap(({ kind, pattern, holds }) =>
    [...text.matchAll(pattern)].filter(([found]) => holds(found)).map(([found]) => ({ kind, text: found.trim() })),
  );
