/** Instants and time scales: UTC as people write it, TT as the sky is computed in. */

const j2000_ms = Date.UTC(2000, 0, 1, 12);
const day_ms = 86_400_000;

/** TT is ahead of TAI by this, by definition. */
const ttMinusTai_s = 32.184;

/** TAI − UTC in seconds from each day on. Source: IERS Bulletin C; no leap second since 2017. */
const leapSeconds: readonly (readonly [from: number, taiMinusUtc_s: number])[] = [
  [Date.UTC(1972, 0, 1), 10],
  [Date.UTC(1972, 6, 1), 11],
  [Date.UTC(1973, 0, 1), 12],
  [Date.UTC(1974, 0, 1), 13],
  [Date.UTC(1975, 0, 1), 14],
  [Date.UTC(1976, 0, 1), 15],
  [Date.UTC(1977, 0, 1), 16],
  [Date.UTC(1978, 0, 1), 17],
  [Date.UTC(1979, 0, 1), 18],
  [Date.UTC(1980, 0, 1), 19],
  [Date.UTC(1981, 6, 1), 20],
  [Date.UTC(1982, 6, 1), 21],
  [Date.UTC(1983, 6, 1), 22],
  [Date.UTC(1985, 6, 1), 23],
  [Date.UTC(1988, 0, 1), 24],
  [Date.UTC(1990, 0, 1), 25],
  [Date.UTC(1991, 0, 1), 26],
  [Date.UTC(1992, 6, 1), 27],
  [Date.UTC(1993, 6, 1), 28],
  [Date.UTC(1994, 6, 1), 29],
  [Date.UTC(1996, 0, 1), 30],
  [Date.UTC(1997, 6, 1), 31],
  [Date.UTC(1999, 0, 1), 32],
  [Date.UTC(2006, 0, 1), 33],
  [Date.UTC(2009, 0, 1), 34],
  [Date.UTC(2012, 6, 1), 35],
  [Date.UTC(2015, 6, 1), 36],
  [Date.UTC(2017, 0, 1), 37],
];

/** TT − UTC. Before 1972, when UTC ran at changing rates, the first step is taken: 2 s off at most. */
export function ttMinusUtc_s(utc_d: number): number {
  const utc_ms = utc_d * day_ms + j2000_ms;
  const row = leapSeconds.findLast(([from]) => from <= utc_ms) ?? leapSeconds[0]!;
  return row[1] + ttMinusTai_s;
}

export type TimeScale = 'UTC' | 'TT' | 'TAI';
export const timeScales: readonly TimeScale[] = ['UTC', 'TT', 'TAI'];

/** Days since J2000 in TT of days since J2000 in another scale. */
export function ttOf(day_d: number, scale: TimeScale): number {
  if (scale === 'TT') return day_d;
  return day_d + (scale === 'TAI' ? ttMinusTai_s : ttMinusUtc_s(day_d)) / 86_400;
}

const isoPattern = /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?Z?$/;

/**
 * Days since J2000 (2000-01-01T12:00) of `2024-08-22`, `2024-08-22T12:00Z` or `2024-08-22T12:00:00.123456`, in
 * the scale it is written in, to the microsecond; undefined where it is no such instant.
 */
export function readInstant_d(text: string): number | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = isoPattern.exec(text.trim()) ?? [];
  if (year === undefined) return undefined;
  const midnight = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const exists = midnight.getUTCMonth() === Number(month) - 1 && midnight.getUTCDate() === Number(day);
  if (!exists || Number(hour) > 23 || Number(minute) > 59 || Number(second) >= 61) return undefined;
  const ofDay_s = Number(hour) * 3600 + Number(minute) * 60 + Number(second);
  return (midnight.getTime() - j2000_ms) / day_ms + ofDay_s / 86_400;
}

/** `2024-08-22T12:00:00Z` of days since J2000, to the second. */
export function instantText(utc_d: number): string {
  return `${new Date(Math.round((utc_d * day_ms + j2000_ms) / 1000) * 1000).toISOString().slice(0, 19)}Z`;
}
