import { monthName } from '../../format/quantity.ts';
import { columnTitle } from '../../lineage/column-titles.ts';
import { Figure } from '../../lineage/Figure.tsx';
import { total } from '../../months/table.ts';
import { month, monthLabel } from '../../state/mission.ts';
import { SaveCsv } from '../../tables/Table.tsx';
import type { Room } from '../panel.ts';
import { words as panelWords } from '../words.ts';
import { monthRows } from './csv.ts';
import type { DepthInput } from './depth.ts';
import { type NumberRow, numberRows } from './numbers.ts';
import { partName, words } from './words.ts';

interface NumbersProps {
  readonly run: string;
  readonly room: Room;
  readonly names: readonly string[];
  readonly input: DepthInput;
}

const everyPlace = ['orbit', 'ground', 'all'] as const;
type Place = (typeof everyPlace)[number];

/** Every number of the month that the room is made of, with what it means and a door to where it comes from. */
export function Numbers({ run, room, names, input }: NumbersProps) {
  const said = words();
  const title = said.numbers(monthName(monthLabel.value));
  const rows = numberRows(input.table, names, month.value, input.inOrbit).filter(
    ({ column }) => !column.endsWith('Limits'),
  );
  const onGround = input.table.columns
    .get('inService')
    ?.rows.some(
      (row) =>
        !input.inOrbit(row) &&
        total(input.table, 'inService', (each) => each === row)?.some((units) => units > 0),
    );
  const places = everyPlace.filter(
    (place) => (place !== 'ground' || onGround) && rows.some((row) => row[place] !== undefined),
  );
  return (
    <section class="depth-part depth-numbers" aria-labelledby="depth-numbers">
      <header>
        <h3 id="depth-numbers">{title}</h3>
        <SaveCsv
          name={`${run}-${room}.csv`}
          table={`${panelWords()[room].title}: ${said.csv}`}
          rows={() => monthRows(input.table, names)}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="depth-numbers-scroll" aria-label={said.csv} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{said.number}</th>
              {places.map((place) => (
                <th key={place} scope="col">
                  {said[place]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row
                key={`${row.column}/${row.part}`}
                row={row}
                told={rows[index - 1]?.column === row.column}
                places={places}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The meaning of a column is told once, before its first part. */
function Row({ row, told, places }: { row: NumberRow; told: boolean; places: readonly Place[] }) {
  const { column, part, doc } = row;
  const title = part ? `${columnTitle(column)} · ${partName(part)}` : columnTitle(column);
  const number = part ? `${column}/${part}` : column;
  return (
    <tr data-column={number}>
      <th scope="row">
        {title}
        {!told && (
          <span class="depth-doc" lang="en">
            {doc}
          </span>
        )}
      </th>
      {places.map((place) => (
        <td key={place}>
          {row[place] !== undefined && (
            <Figure number={number} label={title}>
              {row[place]}
            </Figure>
          )}
        </td>
      ))}
    </tr>
  );
}
