import { columnOf, eachRow } from '../../evidence/csv.ts';
import { isPlace, numberOf, placeOf, unixTime_s, valuesOf } from './globe.ts';
import { type Arrival, type Reading, setAside } from './observation.ts';

/** A pixel of VIIRS' I band straight below the satellite, as NASA gives it. */
const viirsPixel_m = 375;

const names = {
  latitude: ['latitude', 'latitude_deg', 'lat'],
  longitude: ['longitude', 'longitude_deg', 'lon'],
  instant: ['observed_utc', 'acq_datetime', 'observed', 'time_utc'],
  date: ['acq_date'],
  time: ['acq_time'],
  satellite: ['satellite'],
  confidence: ['confidence'],
  power: ['frp', 'frp_mw'],
  brightness: ['bright_ti4', 'brightness', 'brightness_k'],
  scan: ['scan', 'scan_km'],
  track: ['track', 'track_km'],
} as const;
type Columns = Readonly<Record<keyof typeof names, number>>;

/** The columns that no hotspot can do without, and that this header lacks. */
export function missingColumns(header: readonly string[]): string[] {
  const columns = columnsOf(header);
  const missing = (['latitude', 'longitude'] as const).filter((name) => columns[name] < 0);
  const timed = columns.instant >= 0 || columns.date >= 0;
  return timed ? [...missing] : [...missing, 'acq_date'];
}

/**
 * Hotspots of NASA FIRMS as CSV, from VIIRS or MODIS: `latitude, longitude, acq_date, acq_time`, or one instant
 * `observed_utc`; with fire radiative power, brightness, sides of the pixel and confidence where they are given.
 * A hotspot has no name of its own: satellite, instant and place to five decimals are its id.
 *
 * Source: https://firms.modaps.eosdis.nasa.gov/content/academy/data_api.
 */
export function readFirms(payload: string, arrival: Arrival): Reading[] {
  const rows = eachRow(payload);
  const header = rows.next();
  if (header.done || missingColumns(header.value.cells).length > 0) return [setAside('wrong-shape')];
  const columns = columnsOf(header.value.cells);
  const width = header.value.cells.length;
  const readings: Reading[] = [];
  for (const { line, cells } of rows) {
    const at = `line ${line}`;
    readings.push(
      cells.length === width ? hotspotOf(cells, columns, arrival, at) : setAside('wrong-shape', at),
    );
  }
  return readings;
}

function columnsOf(header: readonly string[]): Columns {
  const found = Object.entries(names).map(([name, all]) => [name, columnOf(header, all)]);
  return Object.fromEntries(found) as Columns;
}

function hotspotOf(cells: readonly string[], columns: Columns, arrival: Arrival, at: string): Reading {
  const cell = (name: keyof typeof names) => cells[columns[name]];
  const observed_s = timeOf(cell('instant'), cell('date'), cell('time'));
  if (observed_s === undefined) return setAside('no-time', at);
  const scan_m = 1000 * (numberOf(cell('scan')) ?? viirsPixel_m / 1000);
  const track_m = 1000 * (numberOf(cell('track')) ?? viirsPixel_m / 1000);
  const place = placeOf(cell('latitude'), cell('longitude'), Math.hypot(scan_m, track_m) / 2);
  if (!isPlace(place)) return setAside(place, at);
  const power_MW = numberOf(cell('power'));
  const satellite = cell('satellite') ?? '';
  return {
    kind: 'hotspot',
    id: `${satellite}/${observed_s}/${place.latitude_deg.toFixed(5)}/${place.longitude_deg.toFixed(5)}`,
    source: arrival.source,
    revision: 0,
    observed_s,
    received_s: arrival.received_s,
    place,
    values: valuesOf({
      power_W: power_MW === undefined ? undefined : power_MW * 1e6,
      brightness_K: numberOf(cell('brightness')),
      scan_m,
      track_m,
      confidence: confidenceOf(cell('confidence')),
    }),
  };
}

/** `acq_time` is `HHMM`, with leading zeros lost where a spreadsheet had its hands on it. */
function timeOf(instant?: string, date?: string, time?: string): number | undefined {
  if (instant !== undefined) return unixTime_s(instant);
  const clock = /^\d{1,2}:\d\d$/.test(time ?? '') ? time!.replace(':', '') : (time ?? '0000');
  if (!/^\d{1,4}$/.test(clock)) return undefined;
  const four = clock.padStart(4, '0');
  return unixTime_s(`${date}T${four.slice(0, 2)}:${four.slice(2)}:00Z`);
}

/** VIIRS says low, nominal, high; MODIS percents. Brought to 0–1 at the middles of MODIS' own three classes. */
function confidenceOf(text: string | undefined): number | undefined {
  const classes: Record<string, number> = { l: 0.15, n: 0.55, h: 0.9 };
  const percent = numberOf(text);
  if (percent !== undefined) return percent / 100;
  return classes[(text ?? '').slice(0, 1).toLowerCase()];
}
