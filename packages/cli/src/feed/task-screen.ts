import type { PassReport } from '@kardashev/model/data/task/report.ts';
import type { Way } from '@kardashev/model/data/task/ways-down.ts';
import { fit } from '../layout.ts';
import type { TaskSummary } from './task-run.ts';

const shown = 20;
const imagerWords = {
  assumed:
    'Every low object is taken to carry an imager, most of which do not: --satellites imagers for some that are known to.',
  known: 'Only satellites that are known to picture land by daylight; there are more.',
  named: 'Only the satellites named are taken to carry an imager.',
} as const;

/** Passes for people: the first of them, and both ways down. */
export function taskScreen(passes: readonly PassReport[], summary: TaskSummary): string {
  const { low, satellites, dark, at, until, cloud } = summary;
  const more = passes.length - shown;
  return [
    `${fit('look, UTC', 20)}  ${fit('satellite', 20)} off nadir  Sun    ${fit('on orbit', 22)} ${fit('raw', 22)} known`,
    ...passes.slice(0, shown).map(row),
    ...(more > 0 ? [`… and ${more} more; --json lists them all.`] : []),
    '',
    `${summary.passes} looks by day and ${dark} in the dark, from ${at} to ${until}, by ${low} low satellites of ${satellites} in the file.`,
    imagerWords[summary.imagers],
    `Cloud hides ${(100 * cloud).toFixed(0)} % of scenes (climatology).`,
    `Simulated with published rates: a filter on orbit makes each bit sent worth ${summary.valueDensity.gain.toFixed(2)} times as much.`,
  ].join('\n');
}

function row(pass: PassReport): string {
  const { look_utc, name, offNadir_deg, sunElevation_deg, onOrbit, raw, known_utc } = pass;
  return [
    look_utc,
    ` ${fit(name, 20)}`,
    fit(`${offNadir_deg.toFixed(0)}°`, 9, true),
    fit(`${sunElevation_deg.toFixed(0)}°`, 5, true),
    ` ${fit(wayText(onOrbit), 22)}`,
    fit(wayText(raw), 22),
    known_utc ?? 'not soon',
  ].join(' ');
}

function wayText(way: Way | null): string {
  if (!way) return 'no station';
  const minutes =
    way.latency_s < 120 ? `${way.latency_s.toFixed(0)} s` : `${(way.latency_s / 60).toFixed(0)} min`;
  return `${minutes}, ${(way.bytes / 1e6).toFixed(0)} MB, ${(way.energy_J / 1e3).toFixed(1)} kJ`;
}
