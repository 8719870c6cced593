import { unixText } from '@kardashev/model/data/wire/globe.ts';
import type { Observation } from '@kardashev/model/data/wire/observation.ts';
import { fit } from '../layout.ts';
import type { CoverageView, IncidentLine } from './kept-view.ts';

const shown = 30;
const placeText = (
  latitude_deg: number | null | undefined,
  longitude_deg: number | null | undefined,
): string =>
  latitude_deg == null || longitude_deg == null
    ? 'no place'
    : `${latitude_deg.toFixed(2)}, ${longitude_deg.toFixed(2)}`;
const more = (count: number): string[] =>
  count > shown ? [`… and ${count - shown} more; --json lists them all.`] : [];

/** Observations for people, the first of them. */
export function keptScreen(observations: readonly Observation[]): string {
  const rows = observations.slice(0, shown).map(({ kind, observed_s, place, source, values }) => {
    const measured = Object.entries(values)
      .slice(0, 2)
      .map(([name, value]) => `${name} ${Number(value.toPrecision(4))}`);
    const where = fit(placeText(place?.latitude_deg, place?.longitude_deg), 16);
    return `${unixText(observed_s)}  ${fit(kind, 9)} ${where} ${measured.join(', ') || source}`;
  });
  return [...rows, ...more(observations.length), `${observations.length} observations.`].join('\n');
}

/** Incidents for people, the surest first. */
export function incidentsScreen(incidents: readonly IncidentLine[]): string {
  const sure = [...incidents].sort((a, b) => b.confidence - a.confidence || (a.from < b.from ? -1 : 1));
  const rows = sure.slice(0, shown).map((one) => {
    const where = fit(placeText(one.latitude_deg, one.longitude_deg), 16);
    const count = `${one.lineage.length} of ${one.senses.join(', ')}`;
    return `${one.from}  ${fit(one.kind, 6)} ${where} ${fit(`${(100 * one.confidence).toFixed(0)} %`, 5, true)}  ${count}`;
  });
  return [...rows, ...more(incidents.length), `${incidents.length} incidents.`].join('\n');
}

const perRow = 72;
/** Up to which share of hours a cell of the map has this mark. */
const marks = [
  [0, ' '],
  [0.02, '·'],
  [0.25, '░'],
  [0.75, '▒'],
  [1, '█'],
] as const;

/** Reach by sense, and a map of where anything was sensed: what is blank is blind. */
export function coverageScreen({ from, until, hours, reach, cells }: CoverageView): string {
  const percent = (share: number): string => `${(100 * share).toPrecision(2)} %`;
  const rows = Object.entries(reach).map(
    ([sense, { area, people }]) =>
      `${fit(sense, 10)} ${fit(percent(area), 12, true)} ${fit(percent(people), 14, true)}`,
  );
  return [
    `Sensed from ${from} to ${until}, hour by hour (${hours} h):`,
    `${fit('', 10)} ${fit('of all area', 12, true)} ${fit('of all people', 14, true)}`,
    ...rows,
    '',
    'Share of hours in which anything was sensed: · up to 2 %, ░ 25 %, ▒ 75 %, █ more. Blank is blind.',
    ...mapOf(cells),
  ].join('\n');
}

/** North above, from 180° W to 180° E; two rows of cells to a line, as characters are twice as high as wide. */
function mapOf(cells: CoverageView['cells']): string[] {
  const lines: string[] = [];
  for (let row = cells.length / perRow - 1; row > 0; row -= 2) {
    const sensed = (column: number): number =>
      1 - (cells[row * perRow + column]!.blind + cells[(row - 1) * perRow + column]!.blind) / 2;
    const markOf = (share: number): string => marks.find(([most]) => share <= most + 1e-9)![1];
    lines.push(`│${Array.from({ length: perRow }, (_, column) => markOf(sensed(column))).join('')}│`);
  }
  return lines;
}
