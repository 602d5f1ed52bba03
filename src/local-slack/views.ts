import { keptBlocks, keptText } from './blocks.ts';
import { app, newId } from './identity.ts';
import { isObject, type Json, type JsonObject, parsedJson, textIn, truthIn } from './json.ts';
import type { View } from './shown.ts';

const depth = 3;
const largest = 250_000;

/** A title or a button's words as Slack keeps them. */
const wordsOf = (given: Json | undefined): JsonObject | null => {
  const kept = keptText(given ?? null);
  return isObject(kept) ? kept : null;
};

const asObject = (given: Json | undefined): JsonObject | undefined => {
  const parsed = typeof given === 'string' ? parsedJson(given) : given;
  return isObject(parsed) ? parsed : undefined;
};

/** The views that stand open: each person's stack of forms (at most three), and their App Home. */
export const createViews = (team: string, newTime: () => string) => {
  const stacks = new Map<string, View[]>();
  const homes = new Map<string, View>();

  const stackOf = (person: string): View[] => stacks.get(person) ?? [];
  const everyView = (): { person: string; view: View }[] => [
    ...[...stacks].flatMap(([person, views]) => views.map((view) => ({ person, view }))),
    ...[...homes].map(([person, view]) => ({ person, view })),
  ];

  const made = (given: JsonObject, type: 'modal' | 'home', beneath: View | undefined, kept: View | undefined) => {
    const view = asObject(given.view);
    if (!view || view.type !== type) return 'invalid_arguments';
    if (type === 'modal' && !isObject(view.title)) return 'invalid_arguments';
    if (!Array.isArray(view.blocks)) return 'invalid_arguments';
    if (Buffer.byteLength(JSON.stringify(view)) > largest) return 'view_too_large';
    const externalId = textIn(view.external_id);
    const id = kept?.id ?? newId('V');
    if (externalId && everyView().some((other) => other.view.external_id === externalId && other.view.id !== id))
      return 'duplicate_external_id';
    const whole: View = {
      id,
      team_id: team,
      type,
      title: wordsOf(view.title),
      submit: wordsOf(view.submit),
      close: wordsOf(view.close),
      blocks: keptBlocks(view.blocks),
      private_metadata: textIn(view.private_metadata),
      callback_id: textIn(view.callback_id),
      external_id: externalId,
      state: { values: {} },
      hash: newTime(),
      clear_on_close: truthIn(view.clear_on_close),
      notify_on_close: truthIn(view.notify_on_close),
      submit_disabled: truthIn(view.submit_disabled),
      root_view_id: kept?.root_view_id ?? beneath?.root_view_id ?? id,
      previous_view_id: kept?.previous_view_id ?? beneath?.id ?? null,
      app_id: app.id,
      app_installed_team_id: team,
      bot_id: app.botId,
    };
    return whole;
  };

  const replace = (person: string, view: View): View => {
    if (view.type === 'home') homes.set(person, view);
    else
      stacks.set(
        person,
        stackOf(person).map((other) => (other.id === view.id ? view : other)),
      );
    return view;
  };

  const byId = (id: string) => everyView().find(({ view }) => view.id === id);

  return {
    open: (person: string, asked: JsonObject): View | string => {
      const view = made(asked, 'modal', undefined, undefined);
      // What stood open is covered for good: a person has one stack, and a new form starts a new one.
      if (typeof view !== 'string') stacks.set(person, [view]);
      return view;
    },
    /** On top of the form that stands beneath; the same errors as Slack's. */
    push: (person: string, beneath: string, asked: JsonObject): View | string => {
      const stack = stackOf(person);
      const place = stack.findIndex(({ id }) => id === beneath);
      const under = stack[place];
      if (!under) return 'view_not_found';
      if (place + 1 >= depth) return 'push_limit_reached';
      const view = made(asked, 'modal', under, undefined);
      if (typeof view !== 'string') stacks.set(person, [...stack.slice(0, place + 1), view]);
      return view;
    },
    update: (where: { id: string; externalId: string; hash: string }, asked: JsonObject): View | string => {
      const found = where.id
        ? byId(where.id)
        : everyView().find(({ view }) => where.externalId !== '' && view.external_id === where.externalId);
      if (!found) return 'not_found';
      if (where.hash && where.hash !== found.view.hash) return 'hash_conflict';
      const view = made(asked, found.view.type, undefined, found.view);
      return typeof view === 'string' ? view : replace(found.person, view);
    },
    publish: (person: string, asked: JsonObject, hash: string): View | string => {
      const standing = homes.get(person);
      if (standing && hash && hash !== standing.hash) return 'hash_conflict';
      const view = made(asked, 'home', undefined, standing);
      return typeof view === 'string' ? view : replace(person, view);
    },
    /** Takes a form and what stands on it away. */
    close: (person: string, id: string): void => {
      const stack = stackOf(person);
      const place = stack.findIndex((view) => view.id === id);
      if (place >= 0) stacks.set(person, stack.slice(0, place));
    },
    stack: stackOf,
    /** Puts forms back that stood open before, the first one first. */
    putBack: (person: string, stack: View[]): void => void stacks.set(person, stack),
    home: (person: string): View | undefined => homes.get(person),
    byId,
  };
};

export type Views = ReturnType<typeof createViews>;
