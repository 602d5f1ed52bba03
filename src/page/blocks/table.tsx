import type { Block, JsonObject } from '../../practice/page-server/wire.ts';
import { objectIn, objectsIn, textIn } from './json.ts';

/** What a cell says: text as it is, or the words of rich text. */
const wordsOfCell = (cell: JsonObject): string =>
  cell.type === 'raw_text'
    ? textIn(cell.text)
    : textIn(cell.text) || objectsIn(cell.elements).map(wordsOfCell).join('');

/** A table of a message, its first row what the columns are called and its first column what each row is about. */
export const Table = ({ block }: { block: Block }) => {
  const [heads = [], ...rows] = (Array.isArray(block.rows) ? block.rows : []).map((row) =>
    objectsIn(row).map(wordsOfCell),
  );
  const settings = Array.isArray(block.column_settings) ? block.column_settings.map(objectIn) : [];
  const className = (column: number) => (settings[column]?.align === 'right' ? 'number' : undefined);
  return (
    <table className="compared">
      <thead>
        <tr>
          {heads.map((head, column) => (
            <th key={head} scope="col" className={className(column)}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {cells.map((words, column) => (
              <td key={heads[column + 1]} className={className(column + 1)}>
                {words}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
