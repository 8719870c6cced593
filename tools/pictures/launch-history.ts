/**
 * Draws docs/pictures/launch-forecast.svg and launch-fit.svg, and writes the generated part of docs/calibration.md,
 * from the launch record. Run, with the record's folder in KARDASHEV_DATA: npx node tools/pictures/launch-history.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Calibration, calibrate } from '@kardashev/model/transport/history/calibrate.ts';
import { newYear } from '@kardashev/model/transport/history/day.ts';
import { departureRate_perYear, fatesOf } from '@kardashev/model/transport/history/decay.ts';
import { readLog } from '@kardashev/model/transport/history/log.ts';
import { historyScreen } from '../../packages/cli/src/history/screen.ts';
import { fitPicture, forecastPicture } from './launch-panels.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const data = process.env.KARDASHEV_DATA ?? `${root}/../shared/data`;
const file = 'launches/falcon9-to-2023.csv';
const log = readLog(readFileSync(`${data}/${file}`, 'utf8'), file);
if (!log.ok) throw new Error(log.faults[0]?.message);
const made = calibrate(log.value, 'falcon9-to-2023.csv', newYear(2024) - 1, [2024, 2025], 1);
if (!made.ok) throw new Error(made.faults[0]?.message);

writeFileSync(`${root}/docs/pictures/launch-forecast.svg`, forecastPicture(made.value));
writeFileSync(`${root}/docs/pictures/launch-fit.svg`, fitPicture(made.value));
const page = `${root}/docs/calibration.md`;
const [head, , tail] = readFileSync(page, 'utf8').split(
  /(<!-- generated: begin -->[\s\S]*<!-- generated: end -->)/,
);
writeFileSync(page, `${head}${generated(made.value)}${tail}`);

function generated(calibration: Calibration): string {
  const fates = fatesOf(
    readFileSync(`${data}/launches/starlink-launch-decay-counts.csv`, 'utf8'),
    '2025-06-21',
  );
  const rate = (from: number, to: number): string =>
    `${(100 * departureRate_perYear(fates, from * 365.25, to * 365.25)).toFixed(1)} %`;
  return [
    '<!-- generated: begin -->',
    '```',
    historyScreen('falcon9-to-2023.csv', calibration, undefined, false),
    '```',
    '',
    'Starlink satellites that left orbit, a year and satellite, by age (failures, and from the fourth year on mostly retirement):',
    '',
    '| first 120 days | 120 days to 3 years | 3 to 4 years | 4 to 5 years |',
    '|---|---|---|---|',
    `| ${rate(0, 120 / 365.25)} | ${rate(120 / 365.25, 3)} | ${rate(3, 4)} | ${rate(4, 5)} |`,
    '<!-- generated: end -->',
  ].join('\n');
}
