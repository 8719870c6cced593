import { degrees } from '@kardashev/model/sky/angle.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import { eclipseShares } from '@kardashev/model/sky/eclipse.ts';
import { type EclipseCalendar, eclipseCalendar } from '@kardashev/model/sky/eclipse-days.ts';
import { drift, period_s } from '@kardashev/model/sky/orbit.ts';
import { csv } from '../layout.ts';
import { print, printJson, writeTo } from '../output.ts';
import { dragOf } from './air.ts';
import { inclinationOf, placeOrbit, type Size, sizeOf } from './elements.ts';
import { refuse } from './faults.ts';
import type { OrbitOptions } from './options.ts';
import { degreesText, dragLines, minutesText, screen, shareText, yearStrip } from './screens.ts';

type Lines = (readonly [string, string])[];

/** `orbit --altitude …`: an orbit by its elements, over a year, or with the Sun at an angle to its plane. */
export function runOrbit(options: OrbitOptions): void {
  const size = sizeOf(options);
  const inclination_rad = inclinationOf(options, size);
  const period = period_s(size.semiMajorAxis_m);
  const rates = inclination_rad === undefined ? undefined : drift({ ...size, inclination_rad });
  const perDay = (rate_radperS: number | undefined) =>
    rate_radperS === undefined ? null : degrees(rate_radperS) * 86_400;
  const base = {
    period_s: period,
    inclination_deg: inclination_rad === undefined ? null : degrees(inclination_rad),
    nodeDrift_degPerDay: perDay(rates?.node_radperS),
    ...(size.eccentricity > 0
      ? { eccentricity: size.eccentricity, perigeeDrift_degPerDay: perDay(rates?.perigee_radperS) }
      : {}),
  };
  const lines: Lines = [['period', minutesText(period)]];
  if (base.inclination_deg !== null) lines.push(['inclination', degreesText(base.inclination_deg)]);
  if (base.nodeDrift_degPerDay !== null)
    lines.push(['node drifts by', `${degreesText(base.nodeDrift_degPerDay, 4)} a day`]);
  const drag = dragOf(options, size);
  const sun = sunlight(options, size, inclination_rad, period, lines);
  if (drag) lines.push(...dragLines(drag));
  if (options.json) printJson({ ...base, ...sun, ...(drag ? { drag } : {}) });
  else if ((options.csv ?? options.out) !== '-')
    print(screen(title(options, size), lines, process.stdout.isTTY === true));
}

/** Sunlight by β, over a year, or not at all, with its lines for the screen. */
function sunlight(
  options: OrbitOptions,
  size: Size,
  inclination_rad: number | undefined,
  period: number,
  lines: Lines,
) {
  if (options.beta !== undefined) return byBeta(options.beta, size, period, lines);
  if (options.year === undefined && options.epoch === undefined) return {};
  if (inclination_rad === undefined) {
    return refuse(
      'command/usage',
      '--inclination',
      'A year of eclipses needs the inclination.',
      'It says how the plane stands to the Sun.',
      'Write --inclination sso, or an angle.',
    );
  }
  const year = options.year ?? yearOf(options.epoch!);
  const { orbit, epoch_d, assumed } = placeOrbit(options, size, inclination_rad, year);
  const calendar = eclipseCalendar(orbit, epoch_d, year);
  const table = options.csv ?? options.out;
  if (table !== undefined) writeTo(table, yearCsv(calendar, year));
  const { sunlitShare, daysWithEclipse, firstDay, longest_s } = calendar;
  lines.push(
    ...(assumed === undefined ? [] : ([['assumed', assumed]] as const)),
    ['sunlit', `${shareText(sunlitShare)} of ${year}`],
    [
      'days with eclipse',
      firstDay === undefined
        ? 'none'
        : `${daysWithEclipse}, the first is ${dateText(year, firstDay)} (day ${firstDay})`,
    ],
    [
      'longest eclipse',
      longest_s === 0
        ? 'none'
        : `${minutesText(longest_s)}, ${shareText(longest_s / period)} of the revolution`,
    ],
    ['weeks of the year', yearStrip(calendar.days.map((day) => day.longest_s))],
  );
  const eclipse = {
    daysWithEclipse,
    firstDayOfYear: firstDay ?? null,
    longest_s,
    worstFraction: longest_s / period,
  };
  return { sunlitFraction: sunlitShare, eclipse };
}

function byBeta(beta_rad: number, { semiMajorAxis_m, eccentricity }: Size, period: number, lines: Lines) {
  if (eccentricity > 1e-6) {
    return refuse(
      'orbit/beta-eccentric',
      '--beta',
      'The angle β does not say enough.',
      'The eclipse of an eccentric orbit also depends on where its perigee stands to the Sun.',
      'Give --year with --raan and --perigee-argument instead.',
    );
  }
  if (Math.abs(beta_rad) > Math.PI / 2) {
    return refuse(
      'command/quantity',
      '--beta',
      'The angle β is too large.',
      'It lies between −90 and 90°.',
      'Write, for example, --beta 30deg.',
    );
  }
  const { cylinder, umbra, penumbra } = eclipseShares(semiMajorAxis_m, beta_rad);
  const eclipse = {
    fraction: cylinder,
    duration_s: cylinder * period,
    umbra_s: umbra * period,
    penumbra_s: penumbra * period,
  };
  lines.push(
    [
      'eclipse',
      cylinder === 0
        ? 'none (cylinder)'
        : `${minutesText(eclipse.duration_s)}, ${shareText(cylinder)} of the revolution (cylinder)`,
    ],
    ['full shadow', minutesText(eclipse.umbra_s)],
    ['first to last contact', minutesText(eclipse.penumbra_s)],
  );
  return { sunlitFraction: 1 - cylinder, eclipse };
}

function yearCsv({ days }: EclipseCalendar, year: number): string {
  const head = ['day', 'date', 'beta_deg', 'longestEclipse_s', 'shadow_s', 'flux_Wperm2'];
  const rows = days.map(({ day, beta_deg, longest_s, shadow_s, flux_Wperm2 }) => [
    day,
    dateText(year, day),
    Number(beta_deg.toFixed(4)),
    Number(longest_s.toFixed(3)),
    Number(shadow_s.toFixed(3)),
    Number(flux_Wperm2.toFixed(3)),
  ]);
  return csv([head, ...rows]);
}

function title({ ltan }: OrbitOptions, { semiMajorAxis_m, eccentricity }: Size): string {
  const low = (semiMajorAxis_m * (1 - eccentricity) - earthRadius_m) / 1e3;
  const high = (semiMajorAxis_m * (1 + eccentricity) - earthRadius_m) / 1e3;
  const heights = eccentricity === 0 ? `${low.toFixed(0)} km` : `${low.toFixed(0)} × ${high.toFixed(0)} km`;
  const at =
    ltan === undefined
      ? ''
      : `, node at ${Math.floor(ltan)}:${String(Math.round((ltan % 1) * 60)).padStart(2, '0')}`;
  return `Orbit at ${heights}${at}`;
}

const dateText = (year: number, dayOfYear: number): string =>
  new Date(Date.UTC(year, 0, dayOfYear)).toISOString().slice(0, 10);
const yearOf = (epoch_d: number): number =>
  new Date(epoch_d * 86_400_000 + Date.UTC(2000, 0, 1, 12)).getUTCFullYear();
