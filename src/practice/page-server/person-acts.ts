import { elementsOf, fieldsOf } from '../../local-slack/form/fields.ts';
import { NotPossible, type PersonAtSlack, type PressedIn } from '../../local-slack/index.ts';
import { textIn, wordsIn } from '../../local-slack/json.ts';
import type { Session } from '../session.ts';
import { idOf } from '../workspace.ts';
import { entered } from './entering.ts';
import type { Came, PersonalAct, Spot } from './wire.ts';

/** What came of an act, before the page is told how things stand. */
export type Result = Omit<Came, 'seen'>;

export const nothingSaid: Result = { not: null, errors: {}, options: [] };
const not = (words: string): Result => ({ ...nothingSaid, not: words });
const answered = (came: { answered: boolean }): Result =>
  came.answered ? nothingSaid : not('Fortnight did not answer in time. Nothing was lost here; try again.');

const gone = 'This form is not open any more.';

const placeOf = ({ slack }: Session, person: PersonAtSlack, spot: Spot): PressedIn | null => {
  if (spot.in === 'home') return 'home';
  if (spot.in === 'form') return person.view()?.id === spot.view ? 'view' : null;
  const own = slack.ephemeral(person.id, spot.channel).find(({ ts }) => ts === spot.ts);
  return (
    own ??
    slack
      .channel(spot.channel)
      .messages()
      .find(({ ts }) => ts === spot.ts) ??
    null
  );
};

const blocksOf = (place: PressedIn, person: PersonAtSlack) => {
  if (place === 'view') return person.view()?.blocks ?? [];
  return place === 'home' ? (person.home()?.blocks ?? []) : place.blocks;
};

/** By its action where no other button there has the same one, else by its words. */
const buttonName = (place: PressedIn, person: PersonAtSlack, block: string, action: string): string => {
  const same = elementsOf(blocksOf(place, person)).filter((field) => field.action === action);
  const meant = same.find((field) => field.block === block);
  return same.length > 1 && meant ? wordsIn(meant.element.text) : action;
};

const sentences = (words: Result['errors']): Result['errors'] =>
  Object.fromEntries(Object.entries(words).map(([block, each]) => [block, `${each}.`]));

const hasErrors = (errors: Result['errors']): boolean => Object.keys(errors).length > 0;

const submitted = async (person: PersonAtSlack, act: Extract<PersonalAct, { act: 'submit' }>): Promise<Result> => {
  const view = person.view();
  if (view?.id !== act.view) return not(gone);
  // Sent once already, before the page was loaded again: what it became stands there.
  if (view.submit === null) return nothingSaid;
  const refused = await entered(person, act.entries);
  const errors = { ...sentences(person.complaints()), ...refused };
  if (hasErrors(errors)) return { ...nothingSaid, errors };
  const came = await person.submit();
  return { ...answered(came), errors: came.errors ?? {} };
};

/** Slack's own command, by which somebody in a channel brings in somebody else, or the app. */
const inviting = async (
  { slack, workspace }: Session,
  person: PersonAtSlack,
  channel: string,
  name: string,
): Promise<Result> => {
  const isApp = name.toLowerCase() === 'fortnight';
  const found = workspace.people.find(({ realName }) => realName.toLowerCase() === name.toLowerCase());
  const invited = isApp ? slack.appUser : found?.id;
  if (invited === undefined)
    return not(`Nobody here is called ${name}. /invite takes a whole name, such as Ida North.`);
  if (!slack.conversationsOf(person.id).some(({ id, direct }) => id === channel && direct === undefined))
    return not('Somebody can be invited into a channel only.');
  await slack.invite(invited, channel);
  return nothingSaid;
};

const typed = async (session: Session, person: PersonAtSlack, channel: string, text: string): Promise<Result> => {
  const { name } = session.workspace.command;
  if (text === name || text.startsWith(`${name} `) || text.startsWith(`${name}\n`))
    return answered(await person.command(channel, text.slice(name.length + 1)));
  const [, invited] = text.match(/^\/invite\s+@?(.+)$/) ?? [];
  if (invited !== undefined) return inviting(session, person, channel, invited.trim());
  if (text.startsWith('/'))
    return not(
      `Here is no command but ${name}, and /invite with a name. To send a message that begins with a slash, put a space before it.`,
    );
  await person.say(channel, text);
  return nothingSaid;
};

const beginning = async ({ setting }: Session, person: PersonAtSlack, channel: string): Promise<Result> => {
  const came = await person.command(channel, 'start');
  for (const { block, label, element } of fieldsOf(person.view()?.blocks ?? [])) {
    const role = label.toLowerCase().replace(/s$/, '');
    const there = setting.people.filter(({ is }) => is === role).map(({ name }) => idOf(setting, name));
    const [first] = there;
    if (first) await person.fill({ [block]: textIn(element.type).startsWith('multi') ? there : first });
  }
  return answered(came);
};

/**
 * Does what a person does, with nothing that their own screen would not give them.
 * What Slack's screen would not let them do comes back in words.
 */
export const doAsPerson = async (session: Session, me: string, act: PersonalAct): Promise<Result> => {
  const person = session.slack.person(me);
  switch (act.act) {
    case 'type':
      return typed(session, person, act.channel, act.text);
    case 'submit':
      return submitted(person, act);
    case 'close':
      if (person.view()?.id === act.view) await person.closeView();
      return nothingSaid;
    case 'suggest':
      if (person.view()?.id !== act.view) return not(gone);
      return { ...nothingSaid, options: await person.suggestions(act.what, act.typed) };
    case 'press':
    case 'choose': {
      const place = placeOf(session, person, act.spot);
      if (place === null) return not('This is not there any more.');
      const errors = act.spot.in === 'form' ? await entered(person, act.entries) : {};
      if (hasErrors(errors)) return { ...nothingSaid, errors };
      if (act.act === 'press')
        return answered(await person.press(place, buttonName(place, person, act.block, act.button)));
      return answered(await person.choose(place, act.what, act.entry));
    }
    case 'message shortcut':
      return answered(await person.messageShortcut(act.shortcut, act.channel, act.ts));
    case 'global shortcut':
      return answered(await person.globalShortcut(act.shortcut));
    case 'begin':
      return beginning(session, person, act.channel);
    case 'open home':
      await person.openHome();
      return nothingSaid;
    case 'area words': {
      const isIn = session.slack.conversationsOf(me).some(({ id }) => id === act.channel);
      const here = isIn && (await session.inspections.inChannel({ team: session.slack.team.id, id: act.channel }));
      const areas = here ? here.framework.areas : [];
      return { ...nothingSaid, options: areas.map(({ short, words: [value = ''] }) => ({ text: short, value })) };
    }
  }
};

/** The words for what cannot be done; anything else that goes wrong is thrown on. */
export const inWords = (error: unknown): Result => {
  if (error instanceof NotPossible) return not(`${error.message}.`);
  throw error;
};
