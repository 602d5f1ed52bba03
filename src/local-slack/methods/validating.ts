import { type Method, refused } from '../inside.ts';
import { isObject, type JsonObject, parsedJson, textIn } from '../json.ts';
import { wrongWithBlocks, wrongWithView } from '../limits/surfaces.ts';

const refusedFor = (error: string, says: readonly string[]): JsonObject => ({
  ...refused(error),
  errors: says.map((each) => {
    const [, message = each, pointer = ''] = each.match(/^(.*) \[json-pointer:(.*)\]$/) ?? [];
    return { code: 'failed_constraint', message, pointer };
  }),
});

/** Looks at one of blocks, view and message, and changes nothing. */
const validate: Method = ({ blocks, view, message }) => {
  const given = [blocks, view, message].filter((each) => each !== undefined);
  const said = parsedJson(textIn(message));
  if (given.length !== 1 || (message !== undefined && !isObject(said)))
    return {
      ...refused('invalid_arguments'),
      response_metadata: { messages: ['must provide exactly one of `blocks`, `view`, or `message`'] },
    };
  const name = view !== undefined ? 'invalid_view' : message !== undefined ? 'invalid_message' : 'invalid_blocks';
  const says = view !== undefined ? wrongWithView(view) : wrongWithBlocks(isObject(said) ? said.blocks : blocks);
  return says.length > 0 ? refusedFor(name, says) : { ok: true };
};

export const validatingMethods: Record<string, Method> = { 'blocks.validate': validate };
