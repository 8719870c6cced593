import type { Fleet } from '@kardashev/contracts/fleet.ts';
import { count, digits, nothing } from '../../format/quantity.ts';
import type { MonthTable } from '../../months/table.ts';
import type { FleetMonth } from '../fleet/fleet-month.ts';
import { padMonths } from '../ground/launch-rates.ts';
import type { ShellGroup } from './groups.ts';
import './legend.css';
import { type Mode, mode } from './modes.ts';
import type { Scale } from './scale.ts';
import { shellFigure } from './shell-figures.ts';
import { words } from './words.ts';

interface LegendProps {
  readonly groups: readonly ShellGroup[];
  readonly fleet: FleetMonth;
  readonly table: MonthTable;
  readonly scale: Scale | undefined;
  /** Stations and pads of the plan. */
  readonly known: Fleet | undefined;
}

/** What the colours say, in their unit; what each shell comes to; which part is known of each satellite. */
export function Legend({ groups, fleet, table, scale, known }: LegendProps) {
  const shown = mode.value;
  const { figures, notes } = words();
  return (
    <div class="legend" data-colour={shown}>
      <div class="legend-keys">
        <Key mode={shown} scale={scale} />
        {known && <Places known={known} table={table} month={fleet.month} />}
      </div>
      <table>
        <caption class="unseen">{figures[shown]}</caption>
        <tbody>
          {groups.map((group) => (
            <tr key={group.label}>
              <th scope="row">
                {shown === 'shell' && (
                  <span class="legend-swatch" style={{ background: `var(${group.colour})` }} />
                )}
                {group.label}
              </th>
              <td>{written(shown, groupFigure(shown, group, table, fleet))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="legend-note">
        {shown !== 'shell' && <strong>{figures[shown]}. </strong>}
        {notes[shown]}
      </p>
    </div>
  );
}

function Key({ mode: shown, scale }: { mode: Mode; scale: Scale | undefined }) {
  const { scales, sunlit, shadowed, direct, relayed } = words();
  if (shown === 'sunlight') {
    return (
      <Kinds
        kinds={[
          ['--sunlit', sunlit],
          ['--shadowed', shadowed],
        ]}
      />
    );
  }
  if (shown === 'link')
    return (
      <Kinds
        kinds={[
          ['--ramp-5', direct],
          ['--ramp-1', relayed],
        ]}
      />
    );
  if (!scale || shown === 'shell') return null;
  const ends = [scale.low, (scale.low + scale.high) / 2, scale.high];
  return (
    <div class="legend-scale">
      <span>{scales[shown]}</span>
      <span class="legend-ramp" aria-hidden="true" />
      <span class="legend-ends">
        {ends.map((value) => (
          <span key={value}>{digits(inUnit(shown, value))}</span>
        ))}
      </span>
    </div>
  );
}

const day_s = 86_400;

/** What the marks on the ground are, and how often a launch leaves. */
function Places({ known, table, month }: { known: Fleet; table: MonthTable; month: number }) {
  const { stations, launches } = words();
  const standing = known.stations.filter(({ terminals }) => (terminals[month] ?? 0) > 0).length;
  const rate_perS = padMonths(known.pads, table, month).reduce((sum, pad) => sum + pad.rate_perS, 0);
  return (
    <ul class="legend-kinds">
      <li>
        <span class="legend-swatch station" />
        {stations}, {count(standing)}
      </li>
      <li>
        <span class="legend-swatch pad" />
        {launches(digits(rate_perS * day_s))}
      </li>
    </ul>
  );
}

function Kinds({ kinds }: { kinds: readonly (readonly [string, string])[] }) {
  return (
    <ul class="legend-kinds">
      {kinds.map(([colour, label]) => (
        <li key={colour}>
          <span class="legend-swatch" style={{ background: `var(${colour})` }} />
          {label}
        </li>
      ))}
    </ul>
  );
}

/** Figures of a group's shells: their sum for counts, the worst for heat, else the mean by satellites. */
function groupFigure(shown: Mode, { members }: ShellGroup, table: MonthTable, fleet: FleetMonth): number {
  let weight = 0;
  let sum = 0;
  let most = Number.NaN;
  for (const index of members) {
    const count = fleet.shells[index]!.filling.count;
    if (count === 0) continue;
    const value = shellFigure(shown, table, fleet, index);
    sum += value * (shown === 'shell' ? 1 : count);
    weight += count;
    most = Number.isNaN(most) ? value : Math.max(most, value);
  }
  if (shown === 'shell') return sum;
  return shown === 'heat' ? most : sum / weight;
}

/** A figure in the unit that the legend names. */
function inUnit(shown: Mode, value: number): number {
  if (shown === 'power') return value / 1000;
  if (shown === 'heat') return value - 273.15;
  return shown === 'load' || shown === 'sunlight' || shown === 'link' ? value * 100 : value;
}

function written(shown: Mode, value: number): string {
  if (!Number.isFinite(value)) return nothing;
  return shown === 'shell' ? count(value) : digits(inUnit(shown, value));
}
