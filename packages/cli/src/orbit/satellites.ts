import { type Fault, type Outcome, success } from '@kardashev/model/outcome/outcome.ts';
import { astronomicalUnit_m } from '@kardashev/model/sky/constants.ts';
import { stays, sunAlong } from '@kardashev/model/sky/eclipse-events.ts';
import type { ElementSet } from '@kardashev/model/sky/element-set.ts';
import { type OmmFormat, readOmm } from '@kardashev/model/sky/omm.ts';
import { sgp4Satellite, sgp4Trajectory, untilEnd } from '@kardashev/model/sky/sgp4.ts';
import { seenShare } from '@kardashev/model/sky/shadow.ts';
import { solarFlux_Wperm2 } from '@kardashev/model/sky/sun.ts';
import { readTle } from '@kardashev/model/sky/tle.ts';
import type { Trajectory } from '@kardashev/model/sky/trajectory.ts';
import { length } from '@kardashev/model/sky/vector.ts';
import { instantText } from '@kardashev/model/time/scales.ts';
import type { OrbitOptions } from './options.ts';

/** What is told of one satellite. */
export interface SatelliteSun {
  readonly name: string;
  readonly sunlitFraction: number;
  readonly eclipseSegments: number;
  /** Null where no array is given. */
  readonly energy_Wh: number | null;
}

const formats: Readonly<Record<string, OmmFormat>> = { json: 'json', xml: 'xml', kvn: 'kvn', omm: 'kvn' };

/** Element sets of a file, by its extension; anything else is taken for two-line sets. */
export function readElementSets(
  text: string,
  file: string,
  repairChecksums: boolean,
): Outcome<{ sets: readonly ElementSet[]; repairedLines: readonly number[] }> {
  const format = formats[/\.(\w+)$/.exec(file)?.[1]?.toLowerCase() ?? ''];
  if (format === undefined) return readTle(text, { file, repairChecksums });
  const sets = readOmm(text, format, file);
  return sets.ok ? success({ sets: sets.value, repairedLines: [] }) : sets;
}

/** A satellite on its way from an instant on, or the fault that SGP4 has with it. */
function wayOf(set: ElementSet, from: number | undefined): Outcome<Trajectory> {
  const satellite = sgp4Satellite(set);
  return satellite.ok ? success(sgp4Trajectory(satellite.value, from ?? set.epoch_d)) : satellite;
}

/**
 * Sunlight of one satellite: shadow as a cylinder, stays in it located. The array faces the Sun; its energy is
 * sunlit time by area, efficiency and the flux at the Sun's distance in the middle of the time.
 */
export function sunOf(set: ElementSet, options: OrbitOptions): Outcome<SatelliteSun> {
  const way = wayOf(set, options.from);
  if (!way.ok) return way;
  const span_s = options.hours * 3600;
  return untilEnd(() => {
    const shadows = stays(way.value, 'cylinder', 0, span_s);
    const dark_s = shadows.reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0);
    const distance_m = length(sunAlong(way.value, 0, span_s)(span_s / 2));
    const flux_Wperm2 = solarFlux_Wperm2(distance_m / astronomicalUnit_m);
    const { arrayArea, efficiency } = options;
    const array_W =
      arrayArea === undefined || efficiency === undefined ? null : arrayArea * efficiency * flux_Wperm2;
    return {
      name: set.name,
      sunlitFraction: 1 - dark_s / span_s,
      eclipseSegments: shadows.length,
      energy_Wh: array_W === null ? null : (array_W * (span_s - dark_s)) / 3600,
    };
  });
}

export type Row = readonly (string | number | null)[];
export const seriesHead: Row = ['name', 'time', 't_s', 'x_m', 'y_m', 'z_m', 'sunShare', 'power_W'];

/** A time series of one satellite: place (TEME), share of the Sun's disc seen, and power. */
export function seriesOf(set: ElementSet, options: OrbitOptions): Outcome<Row[]> {
  const way = wayOf(set, options.from);
  if (!way.ok) return way;
  const span_s = options.hours * 3600;
  const from_d = options.from ?? set.epoch_d;
  return untilEnd(() => {
    const sun_m = sunAlong(way.value, 0, span_s);
    return Array.from({ length: Math.floor(span_s / options.step) + 1 }, (_, index): Row => {
      const t_s = index * options.step;
      const position_m = way.value.position_m(t_s);
      const share = seenShare(position_m, sun_m(t_s));
      const flux_Wperm2 = solarFlux_Wperm2(length(sun_m(t_s)) / astronomicalUnit_m);
      const { arrayArea, efficiency } = options;
      const power =
        arrayArea === undefined || efficiency === undefined
          ? null
          : share * flux_Wperm2 * arrayArea * efficiency;
      const place = position_m.map((part) => Number(part.toFixed(1)));
      return [
        set.name,
        instantText(from_d + t_s / 86_400),
        t_s,
        ...place,
        Number(share.toFixed(6)),
        power === null ? null : Number(power.toFixed(2)),
      ];
    });
  });
}

/** A satellite that could not be computed, as a line among the others. */
export const errorLine = (set: ElementSet, [error]: readonly Fault[]) => ({ name: set.name, error });
