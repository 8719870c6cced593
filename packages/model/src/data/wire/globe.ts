import type { Position, SetAsideReason } from './observation.ts';

/**
 * A place on the globe, or why it is none. Longitudes up to 360° are taken as counted eastward; a null island
 * exactly at 0°, 0° is what broken receivers send, and no place.
 */
export function placeOf(
  latitude_deg: unknown,
  longitude_deg: unknown,
  radius_m: number,
): Position | SetAsideReason {
  if (latitude_deg === undefined || latitude_deg === null) return 'no-place';
  if (longitude_deg === undefined || longitude_deg === null) return 'no-place';
  const [latitude, longitude] = [numberOf(latitude_deg), numberOf(longitude_deg)];
  if (latitude === undefined || longitude === undefined) return 'no-place';
  if (Math.abs(latitude) > 90 || longitude < -180 || longitude > 360) return 'off-globe';
  if (latitude === 0 && longitude === 0) return 'off-globe';
  return { latitude_deg: latitude, longitude_deg: longitude > 180 ? longitude - 360 : longitude, radius_m };
}

export const isPlace = (place: Position | SetAsideReason): place is Position => typeof place !== 'string';

/** A finite number, also as text; undefined for anything else. */
export function numberOf(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string' || value.trim() === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

/** Those of the values that are there. */
export function valuesOf(all: Readonly<Record<string, number | undefined>>): Record<string, number> {
  const there: Record<string, number> = {};
  for (const name in all) {
    const value = all[name];
    if (value !== undefined) there[name] = value;
  }
  return there;
}

const iso = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d+))?)?\s*(Z|[+-]\d\d:?\d\d)?$/;

/** Unix seconds of an ISO 8601 instant; without an offset it is UTC. Undefined where it is none. */
export function unixTime_s(text: unknown): number | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = iso.exec(text.trim());
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute, second = '0', fraction = '0', zone = 'Z'] = parts;
  const midnight_ms = Date.UTC(Number(year), Number(month) - 1, Number(day));
  // Every month has the first 28; only for the rest it takes a calendar.
  const exists = Number(day) <= 28 ? Number(day) >= 1 : new Date(midnight_ms).getUTCDate() === Number(day);
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  if (!exists || Number(hour) > 24 || Number(minute) > 59 || Number(second) > 60) return undefined;
  const ofDay_s = Number(hour) * 3600 + Number(minute) * 60 + Number(second) + Number(`0.${fraction}`);
  return midnight_ms / 1000 + ofDay_s - offset_s(zone);
}

function offset_s(zone: string): number {
  if (zone === 'Z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  return (zone.startsWith('-') ? -1 : 1) * (hours * 3600 + minutes * 60);
}

/** `2018-02-06T23:50:42Z` of Unix seconds, to the second. */
export const unixText = (time_s: number): string =>
  `${new Date(Math.round(time_s) * 1000).toISOString().slice(0, 19)}Z`;
