import { KeyedRandom } from '../../random/philox.ts';
import { dateOf } from './day.ts';
import { fitPayload, fitReuse } from './fleet-use.ts';
import type { Forecast } from './forecast.ts';
import type { LaunchLog } from './log.ts';
import { fitGroundings, fitReliability } from './outcomes.ts';
import { fitPads, padCapacity } from './pad-fit.ts';
import { fitTurnaround } from './turnaround.ts';

/** What a launch log says of vehicle, pads and learning, each with P10, P50 and P90. */
export type HistoryFit = ReturnType<typeof fitHistory>;

/** Fits a log up to a day. What the log has no columns for is null. */
export function fitHistory(log: LaunchLog, until: number, forecast: Forecast, seed: number) {
  const { launches, columns } = log;
  const random = new KeyedRandom(seed, 'transport/history/fit');
  const turnaround = fitTurnaround(launches, until);
  const outcomes = columns.has('outcome_code');
  return {
    from: dateOf(launches[0]!.day),
    until: dateOf(until),
    launches: launches.length,
    demand: forecast.demand.map(({ rates: _, ...stream }) => stream),
    pads: fitPads(launches, until).map(({ fit, from_d, ...pad }) => ({
      ...pad,
      from: dateOf(from_d),
      ...fit,
    })),
    padCapacity: padCapacity(launches, forecast.capacity),
    turnaround: turnaround ?? null,
    reuse: fitReuse(launches, until, turnaround) ?? null,
    reliability: outcomes ? fitReliability(log, random) : null,
    groundings: outcomes ? fitGroundings(log, until, random) : null,
    payload: columns.has('payload_kg') ? fitPayload(launches) : null,
  };
}
