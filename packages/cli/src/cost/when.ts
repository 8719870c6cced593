import type { Threshold, When } from '@kardashev/model/study/when.ts';
import { secondsPerYear } from '@kardashev/model/time/calendar.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import { fit } from '../layout.ts';
import { quantityText } from '../number-text.ts';

const nameWidth = 36;
const columnWidth = 14;

/** What would have to be true for orbit to be cheaper from a month on, one assumption at a time. */
export function whenLines({ month, ratio, thresholds, ratioAtBest }: When): string[] {
  if (ratio <= 1) return [`From ${month} on orbit is at or below the ground as assumed.`];
  return [
    `From ${month} on orbit is up to ${formatNumber(ratio)} times as dear. One assumption alone would have to be`,
    `${fit('', nameWidth)}${fit('now', columnWidth, true)}${fit('needed', columnWidth, true)}`,
    ...thresholds.map(thresholdLine),
    ...(ratioAtBest === null
      ? []
      : [
          `All together at the end of their ranges that helps orbit: ${formatNumber(ratioAtBest)} times as dear.`,
        ]),
  ];
}

/** Rates and energies in the units that people use. */
function amount(value: number, unit: string): string {
  if (unit === '1/s') return `${formatNumber(100 * value * secondsPerYear)} %/yr`;
  if (unit === 'USD/J') return `${formatNumber(value * 3.6e9)} USD/MWh`;
  return quantityText(value, unit);
}

function thresholdLine(threshold: Threshold): string {
  const { assumption, factor, now, needed, unit, tried, ratioThere, withinRange } = threshold;
  const before = now === null ? 'by year' : amount(now, unit);
  const head = `${fit(assumption, nameWidth)}${fit(before, columnWidth, true)}`;
  if (factor === null)
    return `${head}${fit('–', columnWidth, true)}  not alone: ${formatNumber(ratioThere)} times as dear at × ${formatNumber(tried)}`;
  const after = needed === null ? '' : amount(needed, unit);
  const range = withinRange === null ? '' : withinRange ? ', within its range' : ', outside its range';
  return `${head}${fit(after, columnWidth, true)}  × ${formatNumber(factor)}${range}`;
}
