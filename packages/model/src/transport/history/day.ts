const day_ms = 86_400_000;

/** Days since 1970-01-01 of a date `YYYY-MM-DD`; NaN where there is no such day. */
export function dayOf(date: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (match === null) return Number.NaN;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const time = new Date(Date.UTC(year, month - 1, day));
  const real =
    time.getUTCFullYear() === year && time.getUTCMonth() === month - 1 && time.getUTCDate() === day;
  return real ? time.getTime() / day_ms : Number.NaN;
}

/** `YYYY-MM-DD` of a day since 1970-01-01, of its fraction nothing. */
export const dateOf = (day: number): string => new Date(Math.floor(day) * day_ms).toISOString().slice(0, 10);

export const yearOf = (day: number): number => new Date(Math.floor(day) * day_ms).getUTCFullYear();

/** First day of a year. */
export const newYear = (year: number): number => Date.UTC(year, 0, 1) / day_ms;

/** The same day of the year, some years earlier; 28 February for the 29th. */
export function yearsBefore(day: number, years: number): number {
  const time = new Date(day * day_ms);
  const year = time.getUTCFullYear() - years;
  const month = time.getUTCMonth();
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(time.getUTCDate(), last)) / day_ms;
}
