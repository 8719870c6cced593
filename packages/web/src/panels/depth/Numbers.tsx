import { monthName } from '../../format/quantity.ts';
import { columnTitle } from '../../lineage/column-titles.ts';
import { Figure } from '../../lineage/Figure.tsx';
import { month, monthLabel } from '../../state/mission.ts';
import { SaveCsv } from '../../tables/Table.tsx';
import type { Room } from '../panel.ts';
import { words as panelWords } from '../words.ts';
import { monthRows } from './csv.ts';
import type { DepthInput } from './depth.ts';
import { type NumberRow, numberRows } from './numbers.ts';
import { words } from './words.ts';

interface NumbersProps {
  readonly run: string;
  readonly room: Room;
  readonly names: readonly string[];
  readonly input: DepthInput;
}

/** Every number of the month that the room is made of, with what it means and a door to where it comes from. */
export function Numbers({ run, room, names, input }: NumbersProps) {
  const said = words();
  const rows = numberRows(input.table, names, month.value, input.inOrbit).filter(
    ({ column }) => !column.endsWith('Limits'),
  );
  return (
    <section class="depth-part numbers" aria-labelledby="depth-numbers">
      <header>
        <h3 id="depth-numbers">{said.numbers(monthName(monthLabel.value))}</h3>
        <SaveCsv
          name={`${run}-${room}.csv`}
          table={`${panelWords()[room].title}: ${said.csv}`}
          rows={() => monthRows(input.table, names)}
        />
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section class="numbers-scroll" aria-label={said.numbers(monthName(monthLabel.value))} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{said.number}</th>
              <th scope="col">{said.orbit}</th>
              <th scope="col">{said.ground}</th>
              <th scope="col">{said.all}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Row
                key={`${row.column}/${row.part}`}
                row={row}
                told={rows[index - 1]?.column === row.column}
              />
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

/** The meaning of a column is told once, before its first part. */
function Row({ row, told }: { row: NumberRow; told: boolean }) {
  const { column, part, doc, orbit, ground, all } = row;
  const title = part ? `${columnTitle(column)} · ${part}` : columnTitle(column);
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
      {[orbit, ground, all].map((value, index) => (
        <td key={index}>
          {value === undefined ? (
            ''
          ) : (
            <Figure number={number} label={title}>
              {value}
            </Figure>
          )}
        </td>
      ))}
    </tr>
  );
}
