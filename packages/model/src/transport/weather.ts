import type { Pad } from './entries.ts';

/** What the plan says of a site's weather. */
export type Climate = Pick<Pad, 'weatherLoss' | 'weatherSwing' | 'weatherWorst'>;

const day_s = 86_400;
/** Weather never closes a site for good. */
const mostLost = 0.9;

/** Chance that weather keeps a site from launching for a day, by month of the year from 0 on. */
export function badDayChance(
  { weatherLoss, weatherSwing, weatherWorst }: Climate,
  monthOfYear: number,
): number {
  const season = Math.cos((2 * Math.PI * (monthOfYear + 1 - weatherWorst)) / 12);
  return Math.min(mostLost, Math.max(0, weatherLoss * (1 + weatherSwing * season)));
}

/** Mean and mean square of the wait for weather of a launch that is ready at any time of day. */
export interface WeatherWait {
  readonly mean_s: number;
  readonly square_s2: number;
}

/** A day that is lost costs its rest, and whole days after it as long as they are lost as well, each for itself. */
export function weatherWait(chance: number): WeatherWait {
  const more = chance / (1 - chance);
  const moreSquare = (chance * (1 + chance)) / (1 - chance) ** 2;
  return {
    mean_s: chance * (0.5 + more) * day_s,
    square_s2: chance * (1 / 3 + more + moreSquare) * day_s ** 2,
  };
}

/** The same over a year. */
export function yearlyWait(climate: Climate): WeatherWait {
  let [mean_s, square_s2] = [0, 0];
  for (let month = 0; month < 12; month++) {
    const wait = weatherWait(badDayChance(climate, month));
    mean_s += wait.mean_s / 12;
    square_s2 += wait.square_s2 / 12;
  }
  return { mean_s, square_s2 };
}

/** Part of a gap that weather may take at most. */
const mostOfGap = 0.5;

/** A site's mean gap in a month of the year, where `gap_s` is that of all seasons. */
export function gapInSeason_s(climate: Climate, gap_s: number, monthOfYear: number): number {
  const held = (wait_s: number): number => Math.min(mostOfGap * gap_s, wait_s);
  const here_s = weatherWait(badDayChance(climate, monthOfYear)).mean_s;
  return gap_s - held(yearlyWait(climate).mean_s) + held(here_s);
}
