import type { HeadlineName } from '@kardashev/contracts/lineage.ts';
import { useMemo } from 'preact/hooks';
import { count, digits, quantity, text, type Written } from '../format/quantity.ts';
import { openLineage } from '../lineage/trail.ts';
import { at } from '../months/table.ts';
import { type Mission, month } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import './headlines.css';
import { headlineSeries } from './series.ts';
import { words } from './words.ts';

interface Cell {
  readonly name: HeadlineName;
  readonly label: string;
  readonly value: Written;
  /** The number whose origin it opens, where that is not the headline's. */
  readonly opens?: string;
}

/** The numbers one looks at first, each a door to where it comes from. */
export function HeadlineBar({ mission, inOrbit }: { mission: Mission; inOrbit: (row: string) => boolean }) {
  const { verdict, funding, table, shells } = mission;
  const series = useMemo(() => {
    const end = passOf(verdict, funding);
    return headlineSeries({ table, shells, inOrbit, mankindAtEnd: end?.kardashev.mankind ?? null });
  }, [mission]);
  const now = (values: Float64Array | undefined) => at(values, month.value);
  const said = words();
  const cells: readonly (readonly [string, readonly Cell[]])[] = [
    [
      said.satellites,
      [cell('fleet.satellites_end', '', { number: count(now(series.satellites)), unit: '' })],
    ],
    [said.power, [cell('fleet.powerToCompute_W', '', quantity(now(series.power_W), 'W'))]],
    [said.tokens, [cell('compute.tokensPerSecond', '', quantity(now(series.tokens_perS), '/s'))]],
    [
      said.cost,
      [
        cell('capital.orbit_USDperPFLOPday', said.orbit, cost(now(series.orbit_USDperPFLOPday))),
        cell('capital.ground_USDperPFLOPday', said.ground, cost(now(series.ground_USDperPFLOPday))),
      ],
    ],
    [
      said.money,
      [
        // What is on hand in the month on show; the headline of that name is the least of all months.
        {
          ...cell('capital.cashLowest_USD', said.cash, quantity(now(series.cash_USD), 'USD')),
          opens: 'cash_USD',
        },
        cell('capital.capitalNeeded_USD', said.outside, quantity(now(series.capitalNeeded_USD), 'USD')),
      ],
    ],
    [
      said.level,
      [
        cell('kardashev.fleet', said.fleet, level(now(series.kardashevFleet))),
        cell('kardashev.mankind', said.mankind, level(now(series.kardashevMankind))),
      ],
    ],
  ];
  return (
    <section class="headlines" aria-label={said.bar}>
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

function Figure({ group, cell: { name, label, value, opens = name } }: { group: string; cell: Cell }) {
  return (
    <button
      type="button"
      data-headline={name}
      aria-haspopup="dialog"
      aria-label={words().door(`${group}${label ? `, ${label}` : ''}: ${text(value)}`)}
      onClick={() => {
        openLineage(opens);
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
  return { number: digits(value), unit: '' };
}
