import { isPlace, numberOf, placeOf, unixTime_s, valuesOf } from './globe.ts';
import { type Arrival, type Reading, setAside } from './observation.ts';

/** 95 % containment of a position of middling navigation category (NACp 8), DO-260B. */
const positionRadius_m = 93;
const foot_m = 0.3048;
const knot_mperS = 1852 / 3600;

/**
 * A line of the SBS-1 (BaseStation) feed, as dump1090 and others send it over TCP: `MSG,type,…` with 22 cells. Only
 * messages with a position (types 2 and 3) are observations; the others say call sign, speed and squawk alone.
 * Receivers give local time without an offset; it is read as UTC, which is how receivers should be set.
 *
 * Source: http://woodair.net/sbs/article/barebones42_socket_data.htm.
 */
export function readSbs(payload: string, arrival: Arrival): Reading[] {
  const line = payload.trim();
  if (line === '') return [];
  const cells = line.split(',');
  if (cells[0] !== 'MSG') return [setAside('not-an-observation')];
  if (cells.length < 16) return [setAside('wrong-shape')];
  const address = cells[4]!.trim().toUpperCase();
  if (!/^[0-9A-F]{6}$/.test(address)) return [setAside('wrong-shape')];
  if (cells[14]!.trim() === '' || cells[15]!.trim() === '') return [setAside('not-an-observation')];
  const observed_s = timeOf(cells[6], cells[7]) ?? timeOf(cells[8], cells[9]);
  if (observed_s === undefined) return [setAside('no-time')];
  const place = placeOf(cells[14], cells[15], positionRadius_m);
  if (!isPlace(place)) return [setAside(place)];
  return [
    {
      kind: 'aircraft',
      id: `${address}/${observed_s.toFixed(3)}`,
      source: arrival.source,
      revision: 0,
      observed_s,
      received_s: arrival.received_s,
      place,
      values: valuesOf({
        altitude_m: scaled(cells[11], foot_m),
        speed_mperS: scaled(cells[12], knot_mperS),
        track_deg: numberOf(cells[13]),
        climb_mperS: scaled(cells[16], foot_m / 60),
      }),
      subject: address,
    },
  ];
}

const timeOf = (date?: string, time?: string): number | undefined =>
  unixTime_s(`${date?.replaceAll('/', '-')}T${time}`);

function scaled(cell: string | undefined, unit: number): number | undefined {
  const value = numberOf(cell);
  return value === undefined ? undefined : value * unit;
}
