import { fit } from '../layout.ts';
import type { FireLine } from './fire-line.ts';
import { reasonsLine } from './reasons.ts';

interface FiresSummary {
  readonly incidents: number;
  readonly fires: number;
  readonly hotspots: number;
  readonly faint: number;
  readonly setAside: Readonly<Record<string, number>>;
}

const shown = 15;

/** Fires for people, the largest first. */
export function firesScreen(file: string, list: readonly FireLine[], summary: FiresSummary): string {
  const { incidents, fires, hotspots, faint } = summary;
  const largest = [...list].sort((a, b) => b.area_km2 - a.area_km2).slice(0, shown);
  return [
    `${file}: ${hotspots} hotspots are ${fires} fires and ${incidents - fires} sources that stay where they are`,
    ...(faint > 0 ? [`${faint} more are faint, alone, and begin none.`] : []),
    ...reasonsLine(summary.setAside),
    ...(list.length === 0 ? [] : ['', header, ...largest.map(row)]),
    ...(list.length > shown ? [`… and ${list.length - shown} smaller ones; --json lists them all.`] : []),
  ].join('\n');
}

const header = [
  fit('first seen', 20),
  fit('last seen', 20),
  fit('where', 17),
  fit('hotspots', 8, true),
  fit('km²', 7, true),
  fit('km²/h', 7, true),
].join('  ');

const row = (fire: FireLine): string =>
  [
    fit(fire.firstSeen, 20),
    fit(fire.lastSeen, 20),
    fit(`${fire.latitude_deg.toFixed(2)}° ${fire.longitude_deg.toFixed(2)}°`, 17),
    fit(String(fire.hotspots), 8, true),
    fit(fire.area_km2.toFixed(1), 7, true),
    fit(fire.growth_km2PerHour.toFixed(2), 7, true),
    fire.steady ? 'stays' : '',
  ]
    .join('  ')
    .trimEnd();
