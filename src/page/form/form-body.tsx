import type { ReactNode } from 'react';
import type { Block, Entries, FieldEntry, PageAct, View } from '../../practice/page-server/wire.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Field } from './field.tsx';
import { type FormField, fieldOf, keyOf, standsIn } from './values.ts';

type Props = {
  view: View;
  typed: Readonly<Record<string, FieldEntry>>;
  errors: Readonly<Record<string, string>>;
  entries: () => Entries;
  enter: (field: FormField, entry: FieldEntry) => void;
  press: (what: PageAct) => Promise<void>;
};

/** What a form says and asks, in its own order. */
export const FormBody = ({ view, typed, errors, entries, enter, press }: Props) => {
  const pieces: ReactNode[] = [];
  let said: Block[] = [];
  const say = () => {
    const [first] = said;
    if (first)
      pieces.push(
        <Blocks
          key={first.block_id}
          blocks={said}
          spot={{ in: 'form', view: view.id }}
          entries={entries}
          does={press}
        />,
      );
    said = [];
  };
  for (const block of view.blocks) {
    if (block.type !== 'input') {
      said.push(block);
      continue;
    }
    say();
    const field = fieldOf(view, block);
    pieces.push(
      <Field
        key={keyOf(field)}
        view={view.id}
        field={field}
        entry={standsIn(field, typed)}
        error={errors[field.block] ?? ''}
        enter={(entry) => enter(field, entry)}
      />,
    );
  }
  say();
  return pieces;
};
