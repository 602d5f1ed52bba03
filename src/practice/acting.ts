import { momentIn, type Zoned } from '../domain/moments.ts';
import { elementsOf, fieldsOf } from '../local-slack/form/fields.ts';
import {
  type Block,
  type FieldEntry,
  NotPossible,
  type PersonAtSlack,
  type Posted,
  type View,
} from '../local-slack/index.ts';
import { wordsIn } from '../local-slack/json.ts';
import { errorsByLabel, type Sent, submitWords } from './printing/form.ts';
import type { ScenarioAct, ScenarioStep } from './scenario.ts';
import { isPage, type Stage } from './stage.ts';

const unanswered = 'Fortnight did not answer';

/** Whoever sees a page with nothing to send closes it before doing something else. */
const closePages = async (person: PersonAtSlack): Promise<void> => {
  for (let view = person.view(); view !== undefined && isPage(view); view = person.view()) await person.closeView();
};

/** Whoever stops acting leaves no form behind. */
export const closeForms = async (person: PersonAtSlack): Promise<void> => {
  while (person.view()) await person.closeView();
};

/** Entries as the screen takes them: a moment is typed as people say it. */
const entriesFor = (
  view: View,
  values: Record<string, FieldEntry>,
  zoned: Zoned,
  day: string,
): Record<string, FieldEntry> => {
  const moments = new Set(
    fieldsOf(view.blocks).flatMap(({ element, label }) => (element.type === 'datetimepicker' ? [label] : [])),
  );
  const entry = (label: string, value: FieldEntry): FieldEntry => {
    if (!moments.has(label) || typeof value !== 'string') return value;
    const [, other, time = ''] = value.match(/^(?:(\d{4}-\d{2}-\d{2}) )?(\d{2}:\d{2})$/) ?? [];
    if (Number.isNaN(Date.parse(`${other ?? day}T${time}`)))
      throw new NotPossible(`"${label}" takes a time such as 09:40, or 2013-11-20 09:40, not ${value}`);
    return Date.parse(momentIn(zoned, { day: other ?? day, time })) / 1000;
  };
  return Object.fromEntries(Object.entries(values).map(([label, value]) => [label, entry(label, value)]));
};

const formOf = (person: PersonAtSlack): View => {
  const view = person.view();
  if (!view || isPage(view)) throw new NotPossible('there is no form open to fill in or send');
  return view;
};

const messageWith = (stage: Stage, channel: string, words: string): Posted => {
  const found = stage.slack
    .channel(channel)
    .messages()
    .findLast(({ text }) => text.includes(words));
  if (!found) throw new NotPossible(`no message in ${stage.channelName(channel)} has the words "${words}"`);
  return found;
};

/** The words of a button; an ellipsis at the end of what is looked for stands for anything, such as an id given by chance. */
const buttonIn = (blocks: readonly Block[], wanted: string): string | null => {
  const [, start] = wanted.match(/^(.*)…$/) ?? [];
  const all = elementsOf([...blocks])
    .filter(({ element }) => element.type === 'button')
    .map(({ element }) => wordsIn(element.text));
  return all.find((words) => (start === undefined ? words === wanted : words.startsWith(start))) ?? null;
};

/** Does what a person does in one act; gives the form that was sent, where one was. */
export const acting = (stage: Stage) => {
  const sent = new Set<string>();
  const filled = new Map<string, Set<string>>();

  return async (step: ScenarioStep, day: string, act: ScenarioAct): Promise<Sent | undefined> => {
    const { scenario, slack } = stage;
    const person = stage.person(step.who);
    const channel = stage.channelId(step.in ?? scenario.channel);

    if ('types' in act) {
      await closePages(person);
      if (person.view()) throw new NotPossible('a form is open: it is sent or closed before anything else is typed');
      const [word] = act.types.split(' ');
      if (word !== stage.command) {
        await person.say(channel, act.types);
        return undefined;
      }
      const { answered } = await person.command(channel, act.types.slice(word.length).trimStart());
      if (!answered) throw new NotPossible(unanswered);
      return undefined;
    }

    if ('fills' in act) {
      const { id } = formOf(person);
      filled.set(id, new Set([...(filled.get(id) ?? []), ...Object.keys(act.fills)]));
      for (const [label, value] of Object.entries(act.fills))
        await person.fill(entriesFor(formOf(person), { [label]: value }, scenario, day));
      return undefined;
    }

    if ('submits' in act) {
      const view = formOf(person);
      if (submitWords(view) !== act.submits)
        throw new NotPossible(`the form’s button says "${submitWords(view)}", not "${act.submits}"`);
      const { answered, errors = {} } = await person.submit();
      if (!answered) throw new NotPossible(unanswered);
      const now = { view, again: sent.has(view.id), filled: filled.get(view.id) ?? new Set<string>() };
      sent.add(view.id);
      filled.delete(view.id);
      return { ...now, errors, byLabel: errorsByLabel(view, errors) };
    }

    if ('presses' in act) {
      const view = person.view();
      if (view && wordsIn(view.close ?? undefined) === act.presses) {
        await person.closeView();
        return undefined;
      }
      const message = stage.before(step.who, channel).find(({ blocks }) => buttonIn(blocks, act.presses) !== null);
      if (!view && !message) throw new NotPossible(`no message that ${step.who} sees has a button "${act.presses}"`);
      const place = view || !message ? ('view' as const) : message;
      const button = buttonIn((view ?? message)?.blocks ?? [], act.presses) ?? act.presses;
      const { answered } = await person.press(place, button);
      if (!answered) throw new NotPossible(unanswered);
      return undefined;
    }

    if ('uses' in act) {
      await closePages(person);
      const on = 'on' in act ? 'message' : 'anything';
      const shortcut = stage.shortcuts.find((each) => each.name === act.uses && each.on === on);
      if (!shortcut)
        throw new NotPossible(
          `the app has no shortcut "${act.uses}" for ${on === 'message' ? 'a message' : 'use from anywhere'}`,
        );
      const { answered } = await ('on' in act
        ? person.messageShortcut(shortcut.callbackId, channel, messageWith(stage, channel, act.on).ts)
        : person.globalShortcut(shortcut.callbackId));
      if (!answered) throw new NotPossible(unanswered);
      return undefined;
    }

    if ('joins' in act) await slack.invite(person.id, stage.channelId(act.joins));
    else await slack.kick(person.id, stage.channelId(act.leaves));
    await slack.quiet();
    return undefined;
  };
};

export type ScenarioActing = ReturnType<typeof acting>;
