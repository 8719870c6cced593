import { duration, text } from '../format/quantity.ts';
import { numberLocale } from '../language/language.ts';

/** A moment in UTC, to the second: 31 Jan 2018, 03:18:14. */
export function momentText(moment_s: number): string {
  return new Date(moment_s * 1000).toLocaleString(numberLocale.value === 'de-DE' ? 'de-DE' : 'en-GB', {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

/** The clock alone: 03:18:14. */
export function clockText(moment_s: number): string {
  return new Date(moment_s * 1000).toISOString().slice(11, 19);
}

/** A span of time in its largest unit. */
export const spanText = (seconds: number): string => text(duration(Math.max(0, seconds)));
