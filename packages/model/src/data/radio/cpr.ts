/**
 * Compact position reporting: 17 bits of latitude and longitude within zones, of which even and odd messages use
 * different numbers, so that a pair of them tells the zone. DO-260B, A.1.7.
 */

/** Position bits of one message: shares of a zone, 0 to 1. */
export interface CprPosition {
  readonly odd: boolean;
  readonly latitude: number;
  readonly longitude: number;
  /** On the ground the zones span a quarter, and positions are four times as fine. */
  readonly surface: boolean;
}

export interface GlobePoint {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
}

/** Latitude zones between equator and pole. */
const zones = 15;

const modulo = (value: number, base: number): number => value - base * Math.floor(value / base);

/** Longitude zones at a latitude: 59 at the equator, 1 at the poles. */
export function longitudeZones(latitude_deg: number): number {
  const latitude = Math.abs(latitude_deg);
  if (latitude < 1e-9) return 59;
  if (latitude > 87) return 1;
  const across = Math.cos((latitude * Math.PI) / 180) ** 2;
  return Math.floor((2 * Math.PI) / Math.acos(1 - (1 - Math.cos(Math.PI / (2 * zones))) / across));
}

const span_deg = ({ surface }: CprPosition): number => (surface ? 90 : 360);

/**
 * Where the later one of an even and an odd airborne position is; undefined where they lie in different zones of
 * longitude, or no place comes out.
 */
export function globalPosition(
  even: CprPosition,
  odd: CprPosition,
  oddIsLater: boolean,
): GlobePoint | undefined {
  const zone = Math.floor(59 * even.latitude - 60 * odd.latitude + 0.5);
  const evenLatitude = signed((360 / 60) * (modulo(zone, 60) + even.latitude));
  const oddLatitude = signed((360 / 59) * (modulo(zone, 59) + odd.latitude));
  const count = longitudeZones(evenLatitude);
  if (count !== longitudeZones(oddLatitude)) return undefined;
  const latitude_deg = oddIsLater ? oddLatitude : evenLatitude;
  if (Math.abs(latitude_deg) > 90) return undefined;
  const later = oddIsLater ? odd : even;
  const own = Math.max(1, count - (oddIsLater ? 1 : 0));
  const column = Math.floor(even.longitude * (count - 1) - odd.longitude * count + 0.5);
  return { latitude_deg, longitude_deg: signed((360 / own) * (modulo(column, own) + later.longitude)) };
}

const signed = (angle_deg: number): number => (angle_deg >= 180 ? angle_deg - 360 : angle_deg);

/** Where a position is, given that it is within half a zone (some 330 km in the air) of a place that is known. */
export function localPosition(position: CprPosition, near: GlobePoint): GlobePoint {
  const latitudeZone = span_deg(position) / (position.odd ? 59 : 60);
  const latitude_deg = nearest(latitudeZone, position.latitude, near.latitude_deg);
  const columns = Math.max(1, longitudeZones(latitude_deg) - (position.odd ? 1 : 0));
  const longitude_deg = nearest(span_deg(position) / columns, position.longitude, near.longitude_deg);
  return { latitude_deg, longitude_deg: modulo(longitude_deg + 180, 360) - 180 };
}

/** The place in a zone whose number is not known that lies nearest to a place. */
function nearest(zone_deg: number, share: number, near_deg: number): number {
  const zone = Math.floor(near_deg / zone_deg + 0.5 - share);
  return zone_deg * (zone + share);
}
