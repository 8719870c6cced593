import type { HistoryFit } from '@kardashev/model/transport/history/fit.ts';
import type { Interval } from '@kardashev/model/transport/history/interval.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';

const of = ({ p10, p50, p90 }: Interval, scale = 1, digits = 3): string =>
  [p10, p50, p90].map((value) => formatNumber(scale * value, digits)).join(' · ');

/** What was fitted, a line each. */
export function fitLines(fit: HistoryFit): string[] {
  return [
    ...fit.demand.map(
      ({ stream, now_perYear, growth }) =>
        `asked for, ${stream}: ${of(now_perYear)} a year, growing by ${of(growth, 100)} %`,
    ),
    ...padLines(fit),
    ...boosterLines(fit),
    ...outcomeLines(fit),
    ...(fit.payload ?? []).map(
      ({ orbit, launches, unknown, payload_kg }) =>
        `payload, ${orbit || 'orbit not said'}: ${of(payload_kg, 1e-3)} t (${launches} launches${unknown > 0 ? `, ${unknown} of unknown mass` : ''})`,
    ),
  ];
}

function padLines({ pads, padCapacity }: HistoryFit): string[] {
  const lines = pads.map(
    ({ pad, gaps, from, mean_d, variation }) =>
      `pad ${pad}: a launch every ${of(mean_d)} days, variation ${of(variation, 1, 2)} (${gaps} gaps from ${from})`,
  );
  if (padCapacity === null) return lines;
  const { capacity_perYear, learning } = padCapacity;
  lines.push(
    `pads in use could serve ${of(capacity_perYear)} a year; gaps fall by ${of(learning, 100)} % a doubling of launches`,
  );
  return lines;
}

function boosterLines({ turnaround, reuse }: HistoryFit): string[] {
  const lines: string[] = [];
  if (turnaround !== null) {
    const { median_d, learning, scatter, waiting, reflights, lastFlight, returnedOnly } = turnaround;
    lines.push(
      `turnaround: median now ${of(median_d)} days, scatter of its logarithm ${of(scatter, 1, 2)} (${reflights} reflights, ${waiting} boosters down at the end)`,
      `  falls by ${of(learning, 100)} % a doubling of launches; ${formatNumber(100 * returnedOnly.launches.learning)} % without those that wait, R² ${formatNumber(returnedOnly.launches.r2, 2)}`,
      `a flight now is the booster's last with a chance of ${of(lastFlight, 100, 2)} %`,
    );
  }
  if (reuse !== null) {
    const { boosters, inUse, mostFlights, capacity_perYear } = reuse;
    const could = capacity_perYear === null ? '' : `, which could fly ${of(capacity_perYear)} times a year`;
    lines.push(`boosters: ${boosters}, the busiest flew ${mostFlights} times; ${inUse} in use${could}`);
  }
  return lines;
}

function outcomeLines({ reliability, groundings }: HistoryFit): string[] {
  const lines: string[] = [];
  if (reliability !== null) {
    const { failures, launches, success, nextSuccess } = reliability;
    lines.push(
      `success: ${of(success, 100, 4)} % (${failures} of ${launches} failed); of the next launch, by their thinning out, ${of(nextSuccess, 100, 4)} %`,
    );
  }
  for (const { from, to, days } of groundings?.groundings ?? []) {
    lines.push(`grounded for ${days} days from ${from}${to === null ? ', and still' : ` to ${to}`}`);
  }
  if (groundings?.mean_d) lines.push(`groundings last ${of(groundings.mean_d)} days in the mean`);
  return lines;
}
