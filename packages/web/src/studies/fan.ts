import type { StudyFan } from '@kardashev/contracts/study.ts';
import type { Fan } from '../chart/model.ts';
import type { Series } from '../months/table.ts';

/** A study's fan over the months of a run: in a straight line from December to December, nothing before the first. */
export function monthly(fan: StudyFan | undefined, labels: readonly string[]): Fan | undefined {
  if (!fan || fan.years.length === 0) return undefined;
  const places = fan.years.map((year) => labels.indexOf(`${year}-12`));
  const over = (values: readonly (number | null)[]): Series => between(places, values, labels.length);
  return { p5: over(fan.p5), p25: over(fan.p25), p75: over(fan.p75), p95: over(fan.p95) };
}

function between(places: readonly number[], values: readonly (number | null)[], months: number): Series {
  const series = new Float64Array(months).fill(Number.NaN);
  for (const [index, place] of places.entries()) {
    const value = values[index] ?? Number.NaN;
    if (place < 0) continue;
    series[place] = value;
    const before = places[index - 1] ?? -1;
    const start = values[index - 1] ?? Number.NaN;
    if (before < 0 || Number.isNaN(start)) continue;
    for (let month = before + 1; month < place; month++) {
      series[month] = start + ((value - start) * (month - before)) / (place - before);
    }
  }
  return series;
}
