import { areaByWord, listed, scaleOf } from '../src/domain/framework.ts';
import type { Inspection } from '../src/domain/inspection.ts';
import { blocksOf, quarterInWords, quartersUpTo } from '../src/domain/matters/profile.ts';
import { may } from '../src/domain/roles.ts';
import { savedAs } from '../src/words/evidence.ts';
import { followedBy, type Message, says } from '../src/words/message.ts';
import { profileMessage, quarterMessage } from '../src/words/profile.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { areasToChoose, box, groupedMenu, menu, redrawing } from './fields.ts';
import { type About, type Choice, type Form, fieldsIn, one, type Values } from './form.ts';
import { takingButtons } from './forms/given.ts';
import { askAboutNames } from './forms/names.ts';
import { unknownPieces, unknownWord } from './forms/typed.ts';
import { keeps, notAllowed, sealedReply, tells, todayOf } from './reply.ts';

/** Fifty years of them. */
const quartersOffered = 200;
const labelled = (value: string): Choice => ({ value, label: quarterInWords(value) });

const draw = (ask: AskOfInspection, values: Values, about: About): Form => {
  const { inspection } = ask;
  const { framework } = inspection;
  const blocks = blocksOf(inspection);
  const area = blocks.find(({ id }) => id === (one(values, 'area') ?? about.area)) ?? blocks[0];
  const quarters = quartersUpTo(todayOf(ask), quartersOffered);
  const years = [...new Set(quarters.map((each) => each.slice(0, 4)))];
  const bands = listed(area ? scaleOf(framework, area.id).map(({ label }) => label) : [], 'or');
  return {
    of: 'profile',
    title: 'Performance profile',
    submit: 'Save',
    pieces: [
      ...unknownPieces(framework, blocks, about, one(values, 'area') !== null),
      redrawing(menu('area', 'Indicators', areasToChoose(blocks), area?.id ?? null)),
      groupedMenu(
        'quarter',
        'Quarter',
        years.map((year) => ({ label: year, choices: quarters.filter((each) => each.startsWith(year)).map(labelled) })),
        one(values, 'quarter') ?? quarters[1] ?? null,
        { hint: 'A quarter recorded before is taken over by this one.' },
      ),
      box('rows', 'Values', one(values, 'rows'), {
        hint: `One indicator a line: indicator, value, band (${bands}). Paste it from a spreadsheet as it is.`,
      }),
    ],
    about,
  };
};

const receipt = ({ events, inspection }: Receipt): Message => {
  const event = events.find((each) => each.type === 'ProfileRecorded');
  const profile = event && inspection.profiles.get(event.item);
  const area = blocksOf(inspection).find(({ id }) => id === profile?.area);
  return profile && area ? quarterMessage(inspection, area, profile, savedAs(profile.item)) : says('Saved.');
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const command = { type: 'RecordProfile', ...fieldsIn(values, 'area', 'quarter', 'rows') };
  return (
    askAboutNames(ask, values, about, ['rows'], draw) ??
    keeps(command, receipt, { another: { label: 'Record another', does: 'profile record' } })
  );
};

const recording = (ask: AskOfInspection, word: string): Reply => {
  const no = sealedReply(ask) ?? notAllowed(ask, 'record evidence');
  if (no) return no;
  const area = areaByWord(ask.inspection.framework, word);
  return { open: draw(ask, {}, area ? { area: area.id } : unknownWord(word)) };
};

const asked = (ask: AskOfInspection): Reply => {
  const { inspection, member } = ask;
  const blocks = blocksOf(inspection);
  if (blocks.length === 0)
    return tells(
      `${inspection.framework.short} takes in no indicators, so it keeps no performance profile. Data is recorded as evidence.`,
    );
  const [word = '', area = ''] = ask.words.trim().split(/\s+/);
  if (word === 'record') return recording(ask, area);
  const records = may(member.role, 'record evidence') && !inspection.sealed;
  const buttons = [
    ...(records ? [{ label: 'Record a quarter', does: 'profile record', main: true }] : []),
    ...takingButtons(ask),
  ];
  return { say: followedBy(profileMessage(inspection), { note: 'Only you can see this.' }, { buttons }) };
};

const hasProfile = (inspection: Inspection): boolean => blocksOf(inspection).length > 0;

export const profile: InspectionSubcommand = {
  of: 'inspection',
  word: 'profile',
  usage: '[record]',
  about:
    'Shows the performance profile and what moved since the last quarter; records a quarter. For ratings by indicators.',
  brief: 'indicators quarter by quarter',
  offers: [
    { label: 'Record a quarter', words: 'record', act: 'record evidence', only: hasProfile },
    { label: 'Performance profile', sealed: true, only: hasProfile },
  ],
  example: '/judge profile record',
  act: 'read',
  asked,
  form: { draw, submitted },
};
