import { formatNumber } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';
import { timeText } from '../number-text.ts';
import type { DragDocument } from './air.ts';
import type { SatelliteSun } from './satellites.ts';

type Line = readonly [label: string, value: string];

/** Labels left, values right of them. */
export function screen(title: string, lines: readonly Line[], colour: boolean): string {
  const paint = createColors(colour);
  const width = Math.max(...lines.map(([label]) => label.length)) + 2;
  const rows = lines.map(([label, value]) => `  ${paint.dim(label.padEnd(width))}${value}`);
  return [paint.bold(title), ...rows].join('\n');
}

export const shareText = (share: number): string => `${(100 * share).toFixed(2)} %`;
export const minutesText = (time_s: number): string => `${(time_s / 60).toFixed(2)} min`;
export const degreesText = (angle_deg: number, digits = 3): string =>
  `${angle_deg.toFixed(digits).replace('-', '−')}°`;

/** The days of a year in a strip of months, each darker the longer its longest eclipse is. */
export function yearStrip(longest_s: readonly number[]): string {
  const most = Math.max(...longest_s, 1);
  const shades = ' ▁▂▃▄▅▆▇█';
  const weeks = Array.from({ length: 52 }, (_, week) => {
    const days = longest_s.slice(week * 7, week === 51 ? undefined : week * 7 + 7);
    const share = Math.max(...days) / most;
    return shades[share === 0 ? 0 : Math.max(1, Math.round(share * 8))];
  });
  return `│${weeks.join('')}│`;
}

export function dragLines(drag: DragDocument): Line[] {
  const lines: Line[] = [
    [
      'air at perigee',
      `${drag.density_kgperm3.toExponential(2).replace('-', '−')} kg/m³ at F10.7 = ${drag.f107}`,
    ],
    ['sinks by', `${formatNumber(drag.decay_mPerDay)} m a day`],
    [
      'comes down after',
      drag.lifetime_days === null ? 'more than 200 years' : timeText(drag.lifetime_days * 86_400),
    ],
  ];
  if (drag.keeping_mpsPerYear !== null)
    lines.push(['to stay up', `${formatNumber(drag.keeping_mpsPerYear)} m/s a year`]);
  if (drag.propellant_kgPerYear !== null)
    lines.push(['', `${formatNumber(drag.propellant_kgPerYear)} kg of propellant a year`]);
  return lines;
}

/** One line a satellite. */
export function satelliteScreen(found: readonly SatelliteSun[], colour: boolean): string {
  const paint = createColors(colour);
  const width = Math.max(9, ...found.map(({ name }) => name.length)) + 2;
  const head = `${'satellite'.padEnd(width)}${'sunlit'.padStart(9)}${'eclipses'.padStart(10)}${'energy'.padStart(14)}`;
  const rows = found.map(({ name, sunlitFraction, eclipseSegments, energy_Wh }) => {
    const energy = energy_Wh === null ? '–' : `${formatNumber(energy_Wh / 1e3, 4)} kWh`;
    return `${name.padEnd(width)}${shareText(sunlitFraction).padStart(9)}${String(eclipseSegments).padStart(10)}${energy.padStart(14)}`;
  });
  return [paint.dim(head), ...rows].join('\n');
}
