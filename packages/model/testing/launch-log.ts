import { KeyedRandom } from '../src/random/philox.ts';
import { dateOf, newYear, yearOf } from '../src/transport/history/day.ts';
import { gammaDraw, gammaDraws } from '../src/transport/history/draws.ts';
import type { RecordedLaunch } from '../src/transport/history/log.ts';

export const launchHead =
  'launch_tag,launch_date,vehicle,booster,booster_flight,pad,payload_kg,orbit,outcome_code,payload_type';

/** A launch with what a test says of it. */
export const launchOn = (day: number, rest: Partial<RecordedLaunch> = {}): RecordedLaunch => ({
  day,
  tag: '',
  vehicle: 'Test',
  pad: 'A',
  booster: '',
  payload_kg: 1000,
  orbit: 'LEO',
  payloadType: 'any',
  failed: false,
  ...rest,
});

/** Launches from one pad with Gamma gaps, the mean by the day. */
export function renewalLog(
  seed: number,
  from: number,
  to: number,
  shape: number,
  gapAt: (day: number) => number,
  rest: Partial<RecordedLaunch> = {},
): RecordedLaunch[] {
  const random = new KeyedRandom(seed, 'test/renewal');
  const launches: RecordedLaunch[] = [];
  let day = from;
  for (let i = 0; ; i++) {
    day += (gapAt(day) * gammaDraw(shape, random, i, gammaDraws)) / shape;
    if (day > to) return launches;
    launches.push(launchOn(Math.floor(day), rest));
  }
}

/** A log as text. */
export function logText(launches: readonly RecordedLaunch[]): string {
  const counts = new Map<number, number>();
  const rows = launches.map(({ day, vehicle, booster, pad, payload_kg, orbit, failed, payloadType }) => {
    const year = yearOf(day);
    const number = (counts.get(year) ?? 0) + 1;
    counts.set(year, number);
    const tag = `${year}-${String(number).padStart(3, '0')}`;
    return [
      tag,
      dateOf(day),
      vehicle,
      booster,
      '',
      pad,
      payload_kg,
      orbit,
      failed ? 'OF' : 'OS',
      payloadType,
    ].join(',');
  });
  return `${[launchHead, ...rows].join('\n')}\n`;
}

export const lastDay = (year: number): number => newYear(year + 1) - 1;
