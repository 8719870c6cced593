import { distance_km } from './place.ts';

/** One mention with what was said of it, and what is true. */
export interface JudgedMention {
  /** Kind of place, as the gold says. */
  readonly type: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly found:
    | { readonly latitude_deg: number; readonly longitude_deg: number; readonly radius_km: number }
    | undefined;
}

export interface PlaceScore {
  /** Share of mentions within 161 km (100 miles) of the truth; what was not found counts as missed. */
  readonly acc161_city: number | null;
  readonly acc161_all: number | null;
  /** Over the mentions that were found. */
  readonly medianError_km: number | null;
  /** Share of mentions for which a place was given. */
  readonly resolved: number | null;
  /** Share of mentions found that lie within the radius told. */
  readonly withinRadius: number | null;
}

/** The distance of the literature on geocoding: Cheng, Caverlee, Lee 2010. */
const near_km = 161;

/** Scores places that were found before against the truth. */
export function scorePlaces(mentions: readonly JudgedMention[]): PlaceScore {
  const errors = mentions.map((mention) =>
    mention.found === undefined ? undefined : distance_km(mention, mention.found),
  );
  const cities = errors.filter((_, index) => /^(?:city|town)/i.test(mentions[index]!.type));
  const found = errors.filter((error) => error !== undefined).toSorted((a, b) => a - b);
  const inside = mentions.filter(
    (mention, index) => (errors[index] ?? Number.POSITIVE_INFINITY) <= (mention.found?.radius_km ?? 0),
  );
  return {
    acc161_city: share(cities),
    acc161_all: share(errors),
    medianError_km: found.length === 0 ? null : found[Math.floor(found.length / 2)]!,
    resolved: errors.length === 0 ? null : found.length / errors.length,
    withinRadius: found.length === 0 ? null : inside.length / found.length,
  };
}

function share(errors: readonly (number | undefined)[]): number | null {
  if (errors.length === 0) return null;
  return errors.filter((error) => error !== undefined && error <= near_km).length / errors.length;
}
