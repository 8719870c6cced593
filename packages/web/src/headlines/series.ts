import { at, fleetRows, least, type MonthTable, type Series, scale, total } from '../months/table.ts';

/** FLOP of a PFLOP-day: 10¹⁵ FLOP/s for a day. */
const pflopDay_FLOP = 1e15 * 86_400;

/** The numbers of the headline bar, every month. Undefined where the run does not have them. */
export interface HeadlineSeries {
  readonly satellites?: Series;
  readonly power_W?: Series;
  readonly tokens_perS?: Series;
  readonly orbit_USDperPFLOPday?: Series;
  readonly ground_USDperPFLOPday?: Series;
  readonly cash_USD?: Series;
  readonly capitalNeeded_USD?: Series;
  readonly kardashevFleet?: Series;
  readonly kardashevMankind?: Series;
}

/**
 * `inOrbit` tells rows that are shells from sites on the ground. Costs and levels that the run recorded itself
 * are taken as they are; otherwise the cheapest host of each kind, and Sagan's scale of the power to compute.
 */
export function headlineSeries(table: MonthTable, inOrbit: (row: string) => boolean): HeadlineSeries {
  const power_W = total(table, 'powerToCompute_W', fleetRows(table, inOrbit));
  const cheapest = (keep: (row: string) => boolean) =>
    scale(least(table, 'levelised_USD2026perFLOP', keep), pflopDay_FLOP);
  return {
    satellites: wholeSatellites(table, inOrbit),
    power_W,
    tokens_perS: total(table, 'tokens_perS'),
    orbit_USDperPFLOPday: total(table, 'orbit_USDperPFLOPday') ?? cheapest(inOrbit),
    ground_USDperPFLOPday: total(table, 'ground_USDperPFLOPday') ?? cheapest((row) => !inOrbit(row)),
    cash_USD: total(table, 'cash_USD'),
    capitalNeeded_USD: total(table, 'capitalNeeded_USD'),
    kardashevFleet: total(table, 'kardashev_fleet') ?? power_W?.map(kardashevLevel),
    kardashevMankind: total(table, 'kardashev_mankind'),
  };
}

/** Shells in whole satellites, so that the number is the one the globe draws. */
function wholeSatellites(table: MonthTable, inOrbit: (row: string) => boolean): Series | undefined {
  const column = table.columns.get('inService');
  if (!column) return undefined;
  const shells = column.rows.flatMap((row, index) => (inOrbit(row) ? [column.values[index] ?? []] : []));
  return Float64Array.from(table.labels, (_, month) =>
    shells.reduce((sum, values) => sum + Math.round(values[month] ?? 0), 0),
  );
}

/** Sagan's scale: level I at 10¹⁶ W, II at 10²⁶ W. NaN without power. */
export function kardashevLevel(power_W: number): number {
  return power_W > 0 ? (Math.log10(power_W) - 6) / 10 : Number.NaN;
}

/** The number of a month, or the verdict's where the months lack it and the last month is on show. */
export function valueAt(series: Series | undefined, month: number, last: number, end: number | null): number {
  if (series) return at(series, month);
  return month === last && end !== null ? end : Number.NaN;
}
