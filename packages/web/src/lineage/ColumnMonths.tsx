import type { Column, Months } from '@kardashev/contracts/months.ts';
import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { fetchMonths, type Load, loading } from '../api/api.ts';
import { monthName, quantity, text } from '../format/quantity.ts';
import { monthLabel, ready } from '../state/mission.ts';
import { titleOf } from './titles.ts';
import { words } from './words.ts';

const width = 460;
const height = 88;

/** A column's value in the month on show, how it got there, and its rows. */
export function ColumnMonths(props: { run: string; column: string; row: string | undefined; unit: string }) {
  const { run, column, row, unit } = props;
  const months = useSignal<Load<Months>>(loading);
  const funding = ready.value?.funding ?? 'as-needed';
  useEffect(() => {
    fetchMonths(run, [column], funding).then((answer) => {
      months.value = answer;
    });
  }, [run, column, funding]);
  if (months.value.state !== 'ready') return null;
  const { labels, columns } = months.value.value;
  const found = columns[0];
  if (!found) return null;
  const at = Math.max(0, labels.indexOf(monthLabel.value));
  const rows = found.rows
    .map((name, index) => ({ name, values: found.values[index] ?? [] }))
    .filter(({ name }) => row === undefined || name === row);
  const written = (value: number | null | undefined) => text(quantity(value, unit));
  const values = adds(found) || rows.length === 1 ? sums(rows.map(({ values }) => values)) : undefined;
  return (
    <>
      {values && (
        <>
          <p class="drawer-value">
            {written(values[at])}{' '}
            <span>
              {rows.length > 1 && `${words().total}, `}
              {words().inMonth(monthName(labels[at] ?? ''))}
            </span>
          </p>
          <Line
            values={values}
            at={at}
            label={words().monthsChart(
              titleOf(column),
              `${monthName(labels[0] ?? '')} (${written(values[0])})`,
              `${monthName(labels.at(-1) ?? '')} (${written(values.at(-1))})`,
            )}
          />
        </>
      )}
      {rows.length > 1 && (
        <table class="rows">
          <thead>
            <tr>
              <th scope="col">{words().row}</th>
              <th scope="col">{words().inMonth(monthName(labels[at] ?? ''))}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, values }) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{written(values[at])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** Units of what is there or passes: amounts and rates of all rows together are the sum of theirs. */
const amounts: ReadonlySet<string> = new Set(['W', 'J', 'kg', 'bit', 'bps', 'FLOP', 'FLOP/s', 'USD']);
const counts = /^(launches|wanted|built|begun|placed|inService|leaving|failed|retired)$/;

/** Whether rows may be added: shares, temperatures, times, prices and what is of one unit may not. */
function adds({ name, unit }: Column): boolean {
  return counts.test(name) || (amounts.has(unit) && name !== 'powerPerNewUnit_W');
}

function sums(rows: readonly (readonly (number | null)[])[]): (number | null)[] {
  return (rows[0] ?? []).map((_, month) => {
    const there = rows.flatMap((values) => values[month] ?? []);
    return there.length > 0 ? there.reduce((sum, value) => sum + value, 0) : null;
  });
}

function Line({ values, at, label }: { values: readonly (number | null)[]; at: number; label: string }) {
  const known = values.filter((value) => value !== null);
  const low = Math.min(0, ...known);
  const span = Math.max(0, ...known) - low || 1;
  const x = (month: number) => 5 + (month / Math.max(1, values.length - 1)) * (width - 10);
  const y = (value: number) => height - 4 - ((value - low) / span) * (height - 8);
  let pen = 'M';
  const path = values
    .map((value, month) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const piece = `${pen}${x(month).toFixed(1)} ${y(value).toFixed(1)}`;
      pen = 'L';
      return piece;
    })
    .join('');
  const now = values[at] ?? null;
  return (
    <svg class="months-line" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <line class="zero" x1="0" x2={width} y1={y(0)} y2={y(0)} />
      <path d={path} />
      {now !== null && <circle cx={x(at)} cy={y(now)} r="4" />}
    </svg>
  );
}
