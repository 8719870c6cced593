import type { HeadlineName } from '@kardashev/contracts/lineage.ts';
import { useMemo } from 'preact/hooks';
import { count, digits, quantity, text, type Written } from '../format/quantity.ts';
import { openLineage } from '../lineage/trail.ts';
import { at } from '../months/table.ts';
import { type Mission, month } from '../state/mission.ts';
import './headlines.css';
import { headlineSeries } from './series.ts';

interface Cell {
  readonly name: HeadlineName;
  readonly label: string;
  readonly value: Written;
}

/** The numbers one looks at first, each a door to where it comes from. */
export function HeadlineBar({ mission, inOrbit }: { mission: Mission; inOrbit: (row: string) => boolean }) {
  const { verdict, funding, table, shells } = mission;
  const series = useMemo(() => {
    const end = funding === verdict.funding ? verdict : verdict.books;
    return headlineSeries({ table, shells, inOrbit, mankindAtEnd: end?.kardashev.mankind ?? null });
  }, [mission]);
  const now = (values: Float64Array | undefined) => at(values, month.value);
  const cells: readonly (readonly [string, readonly Cell[]])[] = [
    ['Satellites', [cell('fleet.satellites_end', '', { number: count(now(series.satellites)), unit: '' })]],
    ['Power to compute', [cell('fleet.powerToCompute_W', '', quantity(now(series.power_W), 'W'))]],
    ['Tokens', [cell('compute.tokensPerSecond', '', quantity(now(series.tokens_perS), '/s'))]],
    [
      '$ per PFLOP-day',
      [
        cell('capital.orbit_USDperPFLOPday', 'orbit', cost(now(series.orbit_USDperPFLOPday))),
        cell('capital.ground_USDperPFLOPday', 'ground', cost(now(series.ground_USDperPFLOPday))),
      ],
    ],
    [
      'Money',
      [
        cell('capital.cashLowest_USD', 'cash', quantity(now(series.cash_USD), 'USD')),
        cell('capital.capitalNeeded_USD', 'from outside', quantity(now(series.capitalNeeded_USD), 'USD')),
      ],
    ],
    [
      'Kardashev level',
      [
        cell('kardashev.fleet', 'fleet', level(now(series.kardashevFleet))),
        cell('kardashev.mankind', 'mankind', level(now(series.kardashevMankind))),
      ],
    ],
  ];
  return (
    <section class="headlines" aria-label="Headline numbers">
      {cells.map(([label, numbers]) => (
        <div class="headline" key={label}>
          <h2>{label}</h2>
          <div class="headline-numbers">
            {numbers.map((number) => (
              <Figure key={number.name} group={label} cell={number} />
            ))}
          </div>
        </div>
      ))}
    </section>
  );
}

function Figure({ group, cell: { name, label, value } }: { group: string; cell: Cell }) {
  return (
    <button
      type="button"
      data-headline={name}
      aria-haspopup="dialog"
      aria-label={`${group}${label ? `, ${label}` : ''}: ${text(value)}. Show where this comes from.`}
      onClick={() => {
        openLineage(name);
      }}
    >
      <span class="headline-figure">
        {value.number}
        {value.unit && <span class="unit"> {value.unit}</span>}
      </span>
      {label && <span class="headline-label">{label}</span>}
    </button>
  );
}

function cell(name: HeadlineName, label: string, value: Written): Cell {
  return { name, label, value };
}

/** The unit stands in the cell's title. */
function cost(value: number): Written {
  return quantity(value, '1');
}

function level(value: number): Written {
  return { number: Number.isFinite(value) ? value.toFixed(3).replace(/0$/, '') : digits(value), unit: '' };
}
