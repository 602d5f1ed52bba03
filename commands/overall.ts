import { nameOf } from '../src/domain/framework.ts';
import { answerField, whyNoOverall } from '../src/domain/matters/overall.ts';
import { allRules } from '../src/words/all-rules.ts';
import { gradeWords } from '../src/words/areas.ts';
import { savedAs } from '../src/words/evidence.ts';
import { shortened } from '../src/words/fitting.ts';
import { type Message, message, paragraph, says } from '../src/words/message.ts';
import type { AskOfInspection, InspectionSubcommand, Receipt, Reply } from './contract.ts';
import { type About, fieldsIn, one, type Values } from './form.ts';
import { askAboutChange, seenIn } from './forms/meanwhile.ts';
import { askAboutNames } from './forms/names.ts';
import { overallAsked, overallForm, thinLines } from './forms/overall.ts';
import { keeps, sealedReply, tells } from './reply.ts';

const receipt = ({ events: [event], inspection }: Receipt): Message => {
  if (event?.type !== 'OverallSet') return says('Saved.');
  const title = nameOf(inspection.framework, event.overall);
  return message(
    paragraph({ strong: savedAs(title.toLowerCase()) }, ` · ${gradeWords(inspection, event.grade)}`),
    { lines: thinLines(inspection) },
    { buttons: [{ label: 'Summary', does: 'summary', main: true }] },
  );
};

const submitted = (ask: AskOfInspection, values: Values, about: About): Reply => {
  const { inspection } = ask;
  const overall = overallAsked(inspection, values, about);
  if (about.overall !== overall) return { open: overallForm(ask, values, about) };
  const set = inspection.overalls.get(overall);
  const changed = {
    subject: `overall ${overall}`,
    did: `set ${nameOf(inspection.framework, overall).toLowerCase()}${set ? `, ${gradeWords(inspection, set.grade).toLowerCase()},` : ''}`,
    now: [],
  };
  const meanwhile = askAboutChange(ask, about, changed, (asking) => overallForm(ask, values, asking));
  if (meanwhile) return meanwhile;
  const prefix = answerField('');
  const answered = Object.keys(values).filter((field) => field.startsWith(prefix));
  const names = askAboutNames(ask, values, about, ['reason', ...answered], overallForm);
  if (names) return names;
  const answers = Object.fromEntries(answered.map((field) => [field.slice(prefix.length), one(values, field)]));
  const command = { type: 'SetOverall', seen: seenIn(about), overall, answers, ...fieldsIn(values, 'grade', 'reason') };
  return keeps(command, receipt);
};

export const overall: InspectionSubcommand = {
  of: 'inspection',
  word: 'overall',
  usage: '',
  about: 'Sets overall effectiveness: shows which grades the rules leave, and why.',
  brief: 'set overall effectiveness, with the rules',
  offers: [{ label: 'Set overall effectiveness', only: ({ framework }) => framework.overalls.length > 0 }],
  example: '/judge overall',
  act: 'set overall effectiveness',
  asked: (ask) => {
    const sealed = sealedReply(ask);
    if (sealed) return sealed;
    const { overalls } = ask.inspection.framework;
    const [, rules, typed = ''] =
      ask.words
        .trim()
        .toLowerCase()
        .match(/^(rules\b)?\s*(.*)$/s) ?? [];
    const named = overalls.find(({ id, title }) => id === typed || title.toLowerCase() === typed);
    const about: About = named
      ? { overall: named.id }
      : typed === ''
        ? {}
        : { unknown: shortened(ask.words.trim(), 60) };
    const overall = overallAsked(ask.inspection, {}, about);
    const why = whyNoOverall(ask.inspection, overall);
    if (why) return tells(why);
    return rules ? { say: allRules(ask.inspection, overall) } : { open: overallForm(ask, {}, about) };
  },
  form: { draw: overallForm, submitted },
};
