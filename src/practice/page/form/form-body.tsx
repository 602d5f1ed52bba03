import type { ReactNode } from 'react';
import type { Block, Entry, View } from '../../page-server/wire.ts';
import { Blocks } from '../blocks/blocks.tsx';
import { Field } from './field.tsx';
import { type FormField, fieldOf, keyOf, news } from './values.ts';

type Given = {
  view: View;
  typed: Readonly<Record<string, Entry>>;
  errors: Readonly<Record<string, string>>;
  enter: (field: FormField, entry: Entry) => void;
};

/** What a form says and asks, in its own order. */
export const FormBody = ({ view, typed, errors, enter }: Given) => {
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
          entries={() => news(view, typed)}
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
        entry={typed[keyOf(field)] ?? field.stands}
        error={errors[field.block] ?? ''}
        enter={(entry) => enter(field, entry)}
      />,
    );
  }
  say();
  return pieces;
};
