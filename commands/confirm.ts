import { inWordsOf } from '../src/domain/field.ts';
import { itemNumber, numbered } from '../src/domain/items.ts';
import { behind, confirmationsOf, isSecond } from '../src/domain/matters/confirmation.ts';
import { samePerson } from '../src/domain/people.ts';
import { confirmationParts } from '../src/words/confirmation.ts';
import { evidenceParts, savedAs } from '../src/words/evidence.ts';
import { counted, message, type Part, paragraph } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Reply } from './contract.ts';
import { box, radio, said } from './fields.ts';
import { type About, type Choice, type Form, fieldsIn, one, type Values } from './form.ts';
import { spelt } from './forms/named-item.ts';
import { askAboutNames } from './forms/names.ts';
import { keeps, sealedReply, tells } from './reply.ts';

/** So many of what is recorded stand whole above the fields. */
const mostShown = 5;

const sights: Choice[] = [
  { value: 'the-same', label: 'The same' },
  { value: 'something-else', label: 'Something else' },
];

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { inspection, by, at } = ask;
  const item = about.item ?? '';
  const found = [...behind(inspection, item)].reverse();
  const before = confirmationsOf(inspection, item).find((each) => samePerson(each.by, by));
  const all = [{ label: `Read all ${found.length}`, does: `find all ${item}` }];
  const parts: Part[] = [
    paragraph(
      `${counted(found.length, 'item')} recorded under ${item}${found.length > mostShown ? ', the newest' : ''}:`,
    ),
    ...found.slice(0, mostShown).flatMap((evidence) => evidenceParts(inspection, evidence, at)),
    { buttons: found.length > mostShown ? all : [] },
    ...confirmationParts(inspection, item),
  ];
  return {
    of: 'confirm',
    title: `Confirm ${item}`,
    submit: 'Save',
    pieces: [
      said(...parts),
      radio('sees', 'What do you see?', sights, one(values, 'sees') ?? before?.sees ?? null),
      box('words', 'What did you look at, and what did you see?', one(values, 'words') ?? before?.words ?? null, {
        hint: 'It stands beside what was recorded, with your name, and moves no grade.',
      }),
    ],
    about,
  };
};

/** "C-017" or "E-014", however it was typed. */
const itemIn = (words: string): string => {
  const [first = ''] = spelt(words).toUpperCase().split(/\s+/);
  const [, letter = ''] = first.match(/^([CE])-?\d{1,5}$/) ?? [];
  return letter ? numbered(letter, itemNumber(first)) : '';
};

const asked = (ask: AskOfInspection): Reply => {
  const sealed = sealedReply(ask);
  if (sealed) return sealed;
  const item = itemIn(ask.words);
  if (item === '')
    return tells(
      inWordsOf(ask.inspection, 'Say which {case} or item, such as C-017 or E-014. A second inspector confirms it.'),
    );
  if (behind(ask.inspection, item).length === 0) return tells(`Nothing stands in the record under ${item}.`);
  if (!isSecond(ask.inspection, item, ask.by))
    return tells(`You recorded ${item} yourself. A second inspector confirms it.`);
  return { open: draw(ask, {}, { item }) };
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const names = askAboutNames(ask, values, about, ['words'], draw);
  if (names) return names;
  const command = { type: 'ConfirmItem', item: about.item, ...fieldsIn(values, 'sees', 'words') };
  return keeps(command, ({ inspection }) =>
    message(
      paragraph({ strong: savedAs(`what you see in ${about.item}`) }),
      ...confirmationParts(inspection, about.item ?? ''),
    ),
  );
};

export const confirm: InspectionSubcommand = {
  of: 'inspection',
  word: 'confirm',
  usage: '<case or item>',
  about: 'A second inspector looks at a case or an item, and says whether they see the same.',
  brief: 'a second inspector looks at a case',
  offers: [{ label: 'Confirm a {case} or an item', asks: 'Which one, such as C-017 or E-014?' }],
  example: '/judge confirm C-017',
  act: 'confirm a {case}',
  asked,
  form: { draw, submitted },
};
