import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import { fit } from '../layout.ts';

interface RadioSummary {
  readonly frames: number;
  readonly bytesRaw: number;
  readonly bytesProduct: number;
  readonly repaired: number;
  readonly byFormat: Readonly<Record<string, number>>;
  readonly positions: number;
  readonly duration_s: number;
}

/** What was heard, for people: counts, then each aircraft with where it was last. */
export function radioScreen(
  file: string,
  summary: RadioSummary,
  aircraft: ReadonlyMap<string, { readonly callSign?: string }>,
  observations: readonly Observation[],
): string {
  const { frames, bytesRaw, bytesProduct, repaired, byFormat, duration_s } = summary;
  const others = Object.entries(byFormat).filter(([format]) => format !== 'DF17');
  const last = new Map(observations.map((observation) => [observation.subject, observation]));
  const rows = [...aircraft].map(([address, { callSign }]) =>
    [fit(address, 8), fit(callSign ?? '–', 10), placeText(last.get(address))].join('  '),
  );
  return [
    `${file}: ${duration_s.toFixed(3)} s of radio`,
    `  ${frames} whole frames of ADS-B (DF17)${others.map(([format, count]) => `, ${count} ${format}`).join('')}; ${repaired} more with one bit repaired`,
    `  ${bytesRaw} bytes raw, ${bytesProduct} bytes of product`,
    ...(rows.length === 0 ? [] : ['', `${fit('aircraft', 8)}  ${fit('call sign', 10)}  last seen`, ...rows]),
  ].join('\n');
}

function placeText(observation: Observation | undefined): string {
  if (observation?.place === undefined) return '–';
  const { latitude_deg, longitude_deg } = observation.place;
  const { altitude_m, speed_mperS } = observation.values;
  const height = altitude_m === undefined ? '' : `, ${Math.round(altitude_m)} m`;
  const speed = speed_mperS === undefined ? '' : `, ${Math.round(speed_mperS)} m/s`;
  return `${latitude_deg.toFixed(4)}° ${longitude_deg.toFixed(4)}°${height}${speed}`;
}
