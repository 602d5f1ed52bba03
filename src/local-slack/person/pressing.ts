import { enteredState, NotPossible, type Suggest } from '../form/entering.ts';
import { elementsOf, type Field, fieldsOf, optionsOf } from '../form/fields.ts';
import { entryName, type FieldEntry } from '../form/initial.ts';
import type { Inside } from '../inside.ts';
import { type JsonObject, listIn, objectsIn, textIn, wordsIn } from '../json.ts';
import { wrongWithSuggestions } from '../limits/surfaces.ts';
import type { ActionPlace } from '../payloads.ts';
import type { Block, View } from '../shown.ts';
import type { Person } from '../workspace.ts';
import type { Delivering } from './delivering.ts';
import type { PressedIn, Upshot } from './types.ts';

/** A place as it stands now: what is written there, and under which name entries are kept. */
interface Spot {
  key: string;
  blocks: Block[];
  at: () => ActionPlace;
}

const nothing = (what: string, names: string[]): NotPossible =>
  new NotPossible(`there is no "${what}" here. There is: ${names.map((name) => `"${name}"`).join(', ') || 'nothing'}`);

const fieldNamed = (fields: Field[], what: string): Field => {
  const named = fields.filter(({ label, block, action }) => [block, action, label].includes(what));
  const [field, another] = named;
  if (!field)
    throw nothing(
      what,
      fields.map(({ label }) => label),
    );
  if (another && another.block !== field.block) throw new NotPossible(`"${what}" stands here more than once`);
  return field;
};

/** An input sends each change at once only where it says so; text only where each character counts. */
const sentAtOnce = ({ input, dispatches, element }: Field): boolean => {
  if (!input) return true;
  if (!dispatches) return false;
  if (!textIn(element.type).endsWith('_input')) return true;
  const config = element.dispatch_action_config;
  return objectsIn([config ?? null]).some(({ trigger_actions_on: on }) => listIn(on).includes('on_character_entered'));
};

/** Pressing, choosing and entering, wherever it is. */
export const createPressing = (inside: Inside, delivering: Delivering, person: Person) => {
  const { board, directory, forms, triggers, views, newTime } = inside;
  /** What was offered to this person, by the place in which they looked. */
  const offered = new Map<string, JsonObject[]>();
  const placeOf = (spot: Spot, field: Field): string => JSON.stringify([spot.key, field.block, field.action]);

  const inView = (view: View): Spot => ({
    key: view.id,
    blocks: view.blocks,
    at: () => ({
      in: 'view',
      view,
      values: forms.values(view.id, view.blocks),
      trigger: triggers.issue({ person: person.id, channel: undefined, view: view.id }),
    }),
  });

  const spotOf = (place: PressedIn): Spot => {
    if (place === 'view' || place === 'home') {
      const view = place === 'view' ? views.stack(person.id).at(-1) : views.home(person.id);
      if (!view) throw new NotPossible(`${person.name} has no ${place === 'view' ? 'form open' : 'App Home yet'}`);
      return inView(view);
    }
    const ephemeral = 'via' in place;
    const shown = board.shownTo(person.id).find(({ ts }) => ts === place.ts);
    const posted = board.find(place.channel, place.ts);
    const standing = ephemeral ? shown : posted;
    if (!standing) throw new NotPossible(`${person.name} sees no such message any more`);
    const conversation = delivering.conversation(person, place.channel);
    return {
      key: standing.ts,
      blocks: standing.blocks,
      at: () => ({
        in: 'message',
        acting: delivering.acting(person, conversation, { ts: standing.ts, ephemeral }),
        message: posted?.message ?? { ts: standing.ts },
        values: forms.values(standing.ts, standing.blocks),
        ephemeral,
      }),
    };
  };

  const act = (spot: Spot, field: Field, entered: JsonObject): Promise<Upshot> => {
    const action = { type: textIn(field.element.type), block_id: field.block, action_id: field.action, ...entered };
    return delivering.interact(
      person,
      delivering.payloads.actions(person, spot.at(), [{ ...action, action_ts: newTime() }]),
    );
  };

  const suggest =
    (spot: Spot): Suggest =>
    async (field, typed) => {
      const payload = delivering.payloads.suggestion(person, spot.at(), {
        block: field.block,
        action: field.action,
        typed,
      });
      const acknowledgement = await delivering.deliver('interactive', payload);
      if (!acknowledgement.answered) throw new NotPossible(`"${field.label}": the app gave no options for ${typed}`);
      // Slack shows no choices at all where one of them is not as it should be.
      return wrongWithSuggestions(acknowledgement.payload).length > 0 ? [] : optionsOf(acknowledgement.payload);
    };

  const entered = async (spot: Spot, field: Field, entry: FieldEntry): Promise<JsonObject> => {
    const current = forms.values(spot.key, spot.blocks)[field.block]?.[field.action] ?? {};
    const chosen = [...objectsIn(current.selected_options), ...objectsIn([current.selected_option ?? null])];
    const known = [...chosen, ...(offered.get(placeOf(spot, field)) ?? [])];
    const state = await enteredState(field, entry, known, directory, suggest(spot));
    forms.enter(spot.key, field, state);
    return { [entryName(field.element)]: state[entryName(field.element)] };
  };

  return {
    /** Presses a button by its words or its action_id. */
    press: async (place: PressedIn, button: string): Promise<Upshot> => {
      const spot = spotOf(place);
      const buttons = elementsOf(spot.blocks).filter(({ element }) => element.type === 'button');
      const field = buttons.find(({ action, element }) => [action, wordsIn(element.text)].includes(button));
      if (!field)
        throw nothing(
          button,
          buttons.map(({ element }) => wordsIn(element.text)),
        );
      const { text, value, style } = field.element;
      return act(spot, field, { text, value, style });
    },
    /** Chooses or enters something that is sent at once: a select, an overflow menu, an input that dispatches. */
    choose: async (place: PressedIn, what: string, entry: FieldEntry): Promise<Upshot> => {
      const spot = spotOf(place);
      const field = fieldNamed(
        elementsOf(spot.blocks).filter(({ element }) => element.type !== 'button'),
        what,
      );
      if (field.element.type === 'overflow') {
        const option = optionsOf(field.element).find((each) =>
          [each.value, wordsIn(each.text)].includes(String(entry)),
        );
        if (!option)
          throw nothing(
            String(entry),
            optionsOf(field.element).map(({ text }) => wordsIn(text)),
          );
        return act(spot, field, { selected_option: option });
      }
      return act(spot, field, await entered(spot, field, entry));
    },
    /** Enters in the form on top; sent at once only where the form asks for it. */
    enter: async (what: string, entry: FieldEntry): Promise<void> => {
      const spot = spotOf('view');
      const field = fieldNamed(fieldsOf(spot.blocks), what);
      const change = await entered(spot, field, entry);
      if (sentAtOnce(field)) await act(spot, field, change);
    },
    /** The options that an external select gives for these characters. */
    suggestions: async (what: string, typed: string): Promise<{ text: string; value: string }[]> => {
      const spot = spotOf('view');
      const field = fieldNamed(fieldsOf(spot.blocks), what);
      const options = await suggest(spot)(field, typed);
      const before = offered.get(placeOf(spot, field)) ?? [];
      offered.set(placeOf(spot, field), [...before, ...options]);
      return options.map(({ text, value }) => ({ text: wordsIn(text), value: textIn(value) }));
    },
  };
};
