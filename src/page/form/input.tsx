import { type Option, objectsIn, optionsIn, textIn } from '../blocks/json.ts';
import { useRoom } from '../state/room.tsx';
import { Combobox } from './inputs/combobox.tsx';
import type { InputProps } from './inputs/input-props.ts';
import { Moment } from './inputs/moment.tsx';
import { Select } from './inputs/select.tsx';
import { Text } from './inputs/text.tsx';
import { Ticks } from './inputs/ticks.tsx';

const asOptions = (people: readonly { id: string; name: string; is: string }[]): Option[] =>
  people.map(({ id, name, is }) => ({ value: id, text: name, about: is }));

const fitting =
  (options: readonly Option[]) =>
  async (typed: string): Promise<Option[]> =>
    options.filter(({ text }) => text.toLowerCase().includes(typed.trim().toLowerCase()));

/** What one kind of element is entered with. */
export const Input = (given: InputProps) => {
  const { element, suggest } = given;
  const { seen } = useRoom();
  const people = asOptions(seen.people);
  const conversations = seen.conversations.map(({ id, name }) => ({ value: id, text: `#${name}`, about: '' }));
  const options = [
    ...optionsIn(element.options),
    ...objectsIn(element.option_groups).flatMap((group) => optionsIn(group.options)),
  ];
  switch (textIn(element.type)) {
    case 'static_select':
      return <Select {...given} options={optionsIn(element.options)} groups={element.option_groups} />;
    case 'users_select':
      return <Select {...given} options={people} groups={undefined} />;
    case 'conversations_select':
    case 'channels_select':
      return <Select {...given} options={conversations} groups={undefined} />;
    case 'multi_static_select':
      return <Combobox {...given} several look={fitting(options)} least={0} known={options} />;
    case 'multi_users_select':
      return <Combobox {...given} several look={fitting(people)} least={0} known={people} />;
    case 'multi_conversations_select':
    case 'multi_channels_select':
      return <Combobox {...given} several look={fitting(conversations)} least={0} known={conversations} />;
    case 'external_select':
    case 'multi_external_select':
      return (
        <Combobox
          {...given}
          several={element.type === 'multi_external_select'}
          look={async (typed) => (await suggest(typed)).map((option) => ({ ...option, about: '' }))}
          least={Number(element.min_query_length ?? 3)}
          known={[]}
        />
      );
    case 'radio_buttons':
    case 'checkboxes':
      return <Ticks {...given} options={options} />;
    case 'datepicker':
    case 'timepicker':
    case 'datetimepicker':
      return <Moment {...given} zone={seen.timeZone} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <Text {...given} />;
    default:
      return <p className="hint">Nothing can be entered here in practice.</p>;
  }
};
