import { createHash } from 'node:crypto';
import { type ShellSeries, shellColumns, summedColumns } from '@kardashev/model/energy/day/full-load.ts';
import type { FleetSpec } from '@kardashev/model/engine/day/lay.ts';
import { formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';
import type { DayFile } from '@kardashev/store/day/day-folder.ts';
import { createColors } from 'picocolors';
import { fit } from '../layout.ts';

const day_s = 86_400;

/** What a day of full load came to on a shell, or on the fleet. Shares are of the load that was asked for. */
export interface PowerTotals {
  readonly satellites: number;
  readonly planes: number;
  readonly sunlitShare: number;
  readonly array_W: number;
  readonly chips_W: number;
  readonly heldByPower_share: number;
  readonly heldByHeat_share: number;
  readonly curtailed_W: number;
  readonly radiated_W: number;
  readonly hottest_K: number;
  readonly leastCharge: number;
  /** Power to the fleet's chips in the worst and the best slot. */
  readonly chipsLeast_W: number;
  readonly chipsMost_W: number;
}

export interface PowerDocument extends PowerTotals {
  readonly shells: readonly (PowerTotals & { readonly name: string })[];
}

/** SHA-256 over the shells in their order: name, then every column as little-endian numbers. */
export function hashShells(
  { hosts, shells }: Pick<DayFile, 'hosts' | 'shells'>,
  series: readonly ShellSeries[],
): string {
  const hash = createHash('sha256').update(`${shellColumns.join(',')}\n`);
  shells.forEach((shell, index) => {
    hash.update(`${hosts[shell]!.name}\n`);
    for (const name of shellColumns) hash.update(series[index]![name]);
  });
  return hash.digest('hex');
}

export function powerDocument(
  spec: FleetSpec,
  shells: readonly number[],
  series: readonly ShellSeries[],
): PowerDocument {
  const found = shells.map((shell, index) => ({
    name: spec.hosts[shell]!.name,
    ...totalsOf(spec, [shell], series[index]!),
  }));
  return { ...totalsOf(spec, shells, mergedOf(series)), shells: found };
}

/** The fleet's series, added up in the order of shells. */
function mergedOf(shells: readonly ShellSeries[]): ShellSeries {
  const [first, ...others] = shells;
  const merged = Object.fromEntries(shellColumns.map((name) => [name, first![name].slice()])) as ShellSeries;
  for (const one of others) {
    for (let slot = 0; slot < one.chips_J.length; slot++) {
      for (const name of summedColumns) merged[name][slot]! += one[name][slot]!;
      merged.hottest_K[slot] = Math.max(merged.hottest_K[slot]!, one.hottest_K[slot]!);
      merged.leastCharge[slot] = Math.min(merged.leastCharge[slot]!, one.leastCharge[slot]!);
    }
  }
  return merged;
}

function totalsOf({ planes }: FleetSpec, shells: readonly number[], series: ShellSeries): PowerTotals {
  const own = planes.filter(({ host }) => shells.includes(host));
  const satellites = own.reduce((count, { phases_rad }) => count + phases_rad.length, 0);
  const sum = (column: Float64Array) => column.reduce((all, value) => all + value, 0);
  const slot_s = day_s / series.chips_J.length;
  const chips_J = sum(series.chips_J);
  const power_J = sum(series.heldByPower_J);
  const heat_J = sum(series.heldByHeat_J);
  const asked_J = chips_J + power_J + heat_J;
  return {
    satellites,
    planes: own.length,
    sunlitShare: sum(series.sunlit_s) / (satellites * day_s),
    array_W: sum(series.array_J) / day_s,
    chips_W: chips_J / day_s,
    heldByPower_share: power_J / asked_J,
    heldByHeat_share: heat_J / asked_J,
    curtailed_W: sum(series.curtailed_J) / day_s,
    radiated_W: sum(series.radiated_J) / day_s,
    hottest_K: Math.max(...series.hottest_K),
    leastCharge: Math.min(...series.leastCharge),
    chipsLeast_W: Math.min(...series.chips_J) / slot_s,
    chipsMost_W: Math.max(...series.chips_J) / slot_s,
  };
}

const percent = (share: number): string => `${formatNumber(100 * share, 3)} %`;

/** A day of full load for people: a line a shell. */
export function powerScreen(
  day: PowerDocument & {
    readonly plan: string;
    readonly date: string;
    readonly folder: string;
    readonly wall_s: number;
  },
  colour: boolean,
): string {
  const paint = createColors(colour);
  const line = (name: string, one: PowerTotals): string =>
    [
      `  ${fit(name, 24)}`,
      fit(formatNumber(one.satellites), 11, true),
      fit(percent(one.sunlitShare), 9, true),
      fit(formatQuantity(one.chips_W, 'W'), 11, true),
      fit(percent(one.heldByPower_share), 9, true),
      fit(percent(one.heldByHeat_share), 9, true),
      fit(`${formatNumber(one.hottest_K - 273.15, 3)} °C`, 9, true),
      fit(percent(one.leastCharge), 8, true),
    ].join('');
  const head = ['satellites', 'sunlit', 'to chips', 'no power', 'too hot', 'hottest', 'charge'];
  const widths = [11, 9, 11, 9, 9, 9, 8];
  return [
    paint.bold(`${day.plan} on ${day.date}, every satellite asked for full load`),
    paint.dim(`  ${fit('shell', 24)}${head.map((text, index) => fit(text, widths[index]!, true)).join('')}`),
    ...day.shells.map((one) => line(one.name, one)),
    line('all', day),
    `  to chips between ${formatQuantity(day.chipsLeast_W, 'W')} and ${formatQuantity(day.chipsMost_W, 'W')}, in means of ten minutes`,
    paint.dim(`  ${formatNumber(day.wall_s)} s; each shell's series in ${day.folder}`),
  ].join('\n');
}
