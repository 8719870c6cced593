import { degrees, radians } from '@kardashev/model/sky/angle.ts';
import { density_kgperm3, exponentialDensity_kgperm3 } from '@kardashev/model/sky/atmosphere.ts';
import { nodeOfLocalTime_rad } from '@kardashev/model/sky/beta.ts';
import { astronomicalUnit_m, earthRadius_m } from '@kardashev/model/sky/constants.ts';
import { decay, dragRates } from '@kardashev/model/sky/drag.ts';
import {
  eclipseFreeBeta_rad,
  eclipseFreeDawnDusk_m,
  eclipseShare,
  eclipseShares,
} from '@kardashev/model/sky/eclipse.ts';
import { eclipseCalendar, newYear_d } from '@kardashev/model/sky/eclipse-days.ts';
import {
  type EclipseEventKind,
  eclipseEvents,
  stays,
  sunAlong,
} from '@kardashev/model/sky/eclipse-events.ts';
import {
  circularOrbit,
  drift,
  type OrbitShape,
  period_s,
  shapeOf,
  sunSynchronousInclination_rad,
} from '@kardashev/model/sky/orbit.ts';
import {
  type Sgp4Satellite,
  sgp4Position_m,
  sgp4Satellite,
  sgp4Trajectory,
} from '@kardashev/model/sky/sgp4.ts';
import { stateTrajectory } from '@kardashev/model/sky/state-trajectory.ts';
import { solarFlux_Wperm2, sunAt } from '@kardashev/model/sky/sun.ts';
import { readTle } from '@kardashev/model/sky/tle.ts';
import { length } from '@kardashev/model/sky/vector.ts';
import { readInstant_d, ttOf } from '@kardashev/model/time/scales.ts';
import type { Case, Figure, Tolerance } from '../case.ts';
import { once } from './once.ts';

const figure = (
  name: string,
  unit: string,
  expected: number,
  tolerance: Tolerance,
  obtained: () => number,
): Figure => ({ name, unit, expected, tolerance, obtained });
const relative = (tolerance: number): Tolerance => ({ relative: tolerance });
const within = (tolerance: number): Tolerance => ({ absolute: tolerance });

const radius_m = (altitude_km: number): number => earthRadius_m + altitude_km * 1e3;
const minutes = (share: number, altitude_km: number): number =>
  (share * period_s(radius_m(altitude_km))) / 60;
const inclination_deg = (altitude_km: number): number =>
  degrees(sunSynchronousInclination_rad(altitude_km * 1e3) ?? Number.NaN);
const node_degPerDay = (shape: OrbitShape): number => degrees(drift(shape).node_radperS) * 86_400;
const elliptic = shapeOf([-2384.46e3, 5729.01e3, 3050.46e3], [-7361.38, -2989.97, 1643.54]);

const dawnDusk2025 = (altitude_km: number) =>
  once(() => {
    const epoch_d = newYear_d(2025);
    const shape = circularOrbit(altitude_km * 1e3, radians(inclination_deg(altitude_km)));
    const node_rad = nodeOfLocalTime_rad(18, epoch_d);
    return eclipseCalendar({ ...shape, node_rad, perigee_rad: 0, meanAnomaly_rad: 0 }, epoch_d, 2025);
  });

/** Eclipse events of Orekit's test orbit. */
const orekit = once(() => {
  const state = {
    position_m: [-6142438.668, 3492467.56, -25767.2568],
    velocity_mperS: [505.8479685, 942.7809215, 7435.922231],
  } as const;
  const epoch_d = ttOf(readInstant_d('1969-07-28T04:00:00') ?? Number.NaN, 'TT');
  const bodies = { bodyRadius_m: 6.4e6, sunRadius_m: 6.96e8 };
  return eclipseEvents(stateTrajectory(state, 3.9860047e14, epoch_d), 0, 7200, bodies);
});
const orekit_s = (kind: EclipseEventKind): number =>
  orekit().find((event) => event.kind === kind)?.t_s ?? Number.NaN;

/** Satellites of element sets whose check digits may be wrong. */
function satellites(text: string): Sgp4Satellite[] {
  const read = readTle(text, { repairChecksums: true });
  return (read.ok ? read.value.sets : []).flatMap((set) => {
    const satellite = sgp4Satellite(set);
    return satellite.ok ? [satellite.value] : [];
  });
}

/** Three of the verification set: near the Earth with drag, deep space without and with resonance. */
const verification = satellites(`
1 06251U 62025E   06176.82412014  .00008885  00000-0  12808-3 0  3985
2 06251  58.0579  54.0425 0030035 139.1568 221.1854 15.56387291  6774
1 11801U          80230.29629788  .01431103  00000-0  14311-1      13
2 11801  46.7916 230.4354 7318036  47.4722  10.4117  2.28537848    13
1 08195U 75081A   06176.33215444  .00000099  00000-0  11873-3 0   813
2 08195  64.1586 279.0717 6877146 264.7651  20.2257  2.00491383225656`);
const verified: readonly (readonly [minutes: number, x: number, y: number, z: number])[] = [
  [2880, 1159.27802897, 5056.60175495, 4353.49418579],
  [1440, 9787.87836256, 33753.32249667, -15030.79874625],
  [2880, 3417.20931586, -16038.79510665, 1894.74934058],
];

/** The two sets that were run through STK, with their check digits as the source has them. */
const stk = satellites(`
1 25544U 98067A   24235.50000000  .00012345  00000-0  22000-3 0  9990
2 25544  51.6400 100.0000 0006000  90.0000 270.0000 15.50000000123456
1 49260U 21088A   24235.50000000  .00000123  00000-0  37000-4 0  9999
2 49260  98.2200 200.0000 0001234 100.0000 260.0000 14.57100000123456`);

/** A day's sunlight of one of them. */
const stkDay = (index: number) =>
  once(() => {
    const way = sgp4Trajectory(stk[index]!, readInstant_d('2024-08-22T12:00:00Z') ?? Number.NaN);
    const shadows = stays(way, 'cylinder', 0, 86_400);
    const dark_s = shadows.reduce((sum, { from_s, to_s }) => sum + to_s - from_s, 0);
    const flux_Wperm2 = solarFlux_Wperm2(length(sunAlong(way, 0, 86_400)(43_200)) / astronomicalUnit_m);
    return {
      sunlit: 1 - dark_s / 86_400,
      segments: shadows.length,
      energy_Wh: (0.32 * 30.08 * flux_Wperm2 * (86_400 - dark_s)) / 3600,
    };
  });
const stkDays = [stkDay(0), stkDay(1)] as const;

/** A satellite of poliastro's test in air that thins out exponentially. */
const dragged = { dragCoefficient: 2.2, areaToMass_m2perkg: Math.PI / 400 };
const thinAir = (altitude_m: number): number => 1.3 * Math.exp(-altitude_m / 8.5e3);
const low = { semiMajorAxis_m: earthRadius_m + 250e3, eccentricity: 0 };

/** Solar flux at which the upper air tends to the 1,000 K of the U.S. Standard Atmosphere 1976. */
const standardActivity = { f107: 136.32 };

/**
 * The Sun's direction (true equator and equinox of date) and distance, by astronomy-engine 2.1.19: GeoVector
 * with aberration, turned by Rotation_EQJ_EQD.
 */
const astronomyEngine: readonly (readonly [
  when: string,
  x: number,
  y: number,
  z: number,
  distance_au: number,
])[] = [
  ['2000-01-01T12:00Z', 0.17998247, -0.90251042, -0.39125598, 0.9833139],
  ['2003-04-17T03:00Z', 0.8933679, 0.41224552, 0.17873843, 1.0036626],
  ['2008-09-22T15:44Z', -1.0, 0.00000797, 0.00000359, 1.0035251],
  ['2012-06-20T23:09Z', -0.00000779, 0.9175022, 0.39773071, 1.0162757],
  ['2016-12-21T10:44Z', -0.00000145, -0.91751504, -0.39770108, 0.9837173],
  ['2021-02-11T06:30Z', 0.79597949, -0.55538279, -0.24076255, 0.9870113],
  ['2025-03-20T09:01Z', 1.0, -0.00000501, -0.00000091, 0.9958882],
  ['2026-01-03T17:16Z', 0.23071984, -0.89273674, -0.38702644, 0.9833014],
  ['2028-08-08T00:00Z', -0.71914367, 0.63753571, 0.2763704, 1.013947],
  ['2033-11-02T18:00Z', -0.75892478, -0.59747606, -0.25895085, 0.9921747],
  ['2039-07-04T12:00Z', -0.21475782, 0.89610742, 0.3884206, 1.016654],
  ['2044-05-29T21:00Z', 0.35628169, 0.85729742, 0.37162413, 1.0137056],
  ['2050-12-31T12:00Z', 0.17345137, -0.90363616, -0.39160735, 0.9833278],
];

function worstSunError_deg(): number {
  return Math.max(
    ...astronomyEngine.map(([when, x, y, z]) => {
      const sun = sunAt((Date.parse(when) - Date.UTC(2000, 0, 1, 12)) / 86_400_000);
      return degrees(Math.hypot(sun.x - x, sun.y - y, sun.z - z));
    }),
  );
}

export const skyCases: readonly Case[] = [
  {
    id: 'E1',
    title: 'Eclipse of a circular orbit at 550 km with the Sun in its plane',
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure('period', 'min', 95.65, relative(1e-4), () => period_s(radius_m(550)) / 60),
      figure('eclipse, cylinder', 'share', 0.37231, relative(1e-4), () => eclipseShare(radius_m(550), 0)),
      figure('eclipse, cylinder', 'min', 35.61, relative(1e-4), () =>
        minutes(eclipseShare(radius_m(550), 0), 550),
      ),
      figure('penumbra to penumbra', 'min', 35.753, relative(1e-4), () =>
        minutes(eclipseShares(radius_m(550), 0).penumbra, 550),
      ),
      figure('umbra', 'min', 35.47, relative(1e-4), () =>
        minutes(eclipseShares(radius_m(550), 0).umbra, 550),
      ),
    ],
  },
  {
    id: 'E2',
    title: 'Eclipse at 550 km with the Sun off the plane',
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure('β = 30°', 'min', 33.584, within(0.01), () =>
        minutes(eclipseShare(radius_m(550), radians(30)), 550),
      ),
      figure('β = 60°', 'min', 20.539, within(0.01), () =>
        minutes(eclipseShare(radius_m(550), radians(60)), 550),
      ),
    ],
  },
  {
    id: 'E3',
    title: '|β| above which there is no eclipse',
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: (
      [
        [400, 70.218],
        [650, 65.164],
        [1000, 59.822],
      ] as const
    ).map(([altitude_km, expected]) =>
      figure(`${altitude_km} km`, 'deg', expected, within(0.001), () =>
        degrees(eclipseFreeBeta_rad(radius_m(altitude_km))),
      ),
    ),
  },
  {
    id: 'E4',
    title: 'Sun-synchronous inclination of circular orbits',
    room: 'energy',
    kind: 'identity',
    source: 'closed form; Vallado ex. 11-2 gives 98.6° at 800 km',
    figures: (
      [
        [500, 97.402],
        [650, 97.986],
        [800, 98.603],
        [1000, 99.479],
      ] as const
    ).map(([altitude_km, expected]) =>
      figure(`${altitude_km} km`, 'deg', expected, within(0.002), () => inclination_deg(altitude_km)),
    ),
  },
  ...(
    [
      ['E5', 650, 91, 128, 19.73, 0.96035],
      ['E6', 500, 106, undefined, 22.66, undefined],
    ] as const
  ).map(([id, altitude_km, days, first, longest, sunlit]): Case => {
    const year = dawnDusk2025(altitude_km);
    return {
      id,
      title: `A year of a dawn-dusk sun-synchronous orbit at ${altitude_km} km, local time 18:00, 2025`,
      room: 'energy',
      kind: 'prediction',
      source: 'independent computation',
      figures: [
        figure('days with eclipse', 'd', days, within(1), () => year().daysWithEclipse),
        ...(first
          ? [figure('first of them', 'day of year', first, within(1), () => year().firstDay ?? 0)]
          : []),
        figure('longest eclipse', 'min', longest, within(0.1), () => year().longest_s / 60),
        ...(sunlit ? [figure('sunlit', 'share', sunlit, within(0.001), () => year().sunlitShare)] : []),
      ],
      remark:
        'Every eclipse of the year is located. A day counts when the satellite is in the shadow, a cylinder, at any time of it in UTC: at 650 km |β| falls under the limit on 7 May at 00:50, which is day 127, and stays there for 90.5 days.',
    };
  }),
  {
    id: 'E7',
    title: 'Altitude above which a dawn-dusk sun-synchronous orbit is never eclipsed',
    room: 'energy',
    kind: 'identity',
    source: 'arXiv 2608.02757, derivation',
    figures: [figure('altitude', 'km', 1391, within(2), () => eclipseFreeDawnDusk_m() / 1e3)],
  },
  {
    id: 'E8',
    title: 'Eclipse of the geostationary orbit at the equinox',
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure('cylinder', 'min', 69.41, within(0.05), () =>
        minutes(eclipseShares(radius_m(35_786), 0).cylinder, 35_786),
      ),
      figure('umbra', 'min', 67.29, within(0.05), () =>
        minutes(eclipseShares(radius_m(35_786), 0).umbra, 35_786),
      ),
      figure('penumbra', 'min', 71.54, within(0.05), () =>
        minutes(eclipseShares(radius_m(35_786), 0).penumbra, 35_786),
      ),
    ],
  },
  {
    id: 'E9',
    title: 'Eclipse events on a Keplerian orbit, cone with penumbra',
    room: 'energy',
    kind: 'prediction',
    source: "Orekit's EclipseDetector tests",
    figures: [
      figure('umbra entry', 's', 2303.1835, within(0.1), () => orekit_s('umbraEntry')),
      figure('penumbra exit', 's', 4388.1559, within(0.1), () => orekit_s('penumbraExit')),
    ],
    remark:
      'In axes of J2000. The Sun here is where it is seen, 20.5″ behind its place by aberration; Orekit takes its place. Without aberration both times agree to 4 ms.',
  },
  {
    id: 'E10',
    title: 'Drift of the node by J2, circular',
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure('420 km, 51.64°', 'deg/d', -4.9466, within(0.001), () =>
        node_degPerDay(circularOrbit(420e3, radians(51.64))),
      ),
      figure('550 km, 53°', 'deg/d', -4.4892, within(0.001), () =>
        node_degPerDay(circularOrbit(550e3, radians(53))),
      ),
    ],
  },
  {
    id: 'E11',
    title: 'Drift of node and perigee by J2, eccentric, from a state vector',
    room: 'energy',
    kind: 'identity',
    source: "Curtis, through poliastro's tests",
    figures: [
      figure('node', 'deg/h', -0.172, relative(0.01), () => degrees(drift(elliptic).node_radperS) * 3600),
      figure(
        'perigee',
        'deg/h',
        0.282,
        relative(0.01),
        () => degrees(drift(elliptic).perigee_radperS) * 3600,
      ),
    ],
  },
  {
    id: 'E12',
    title: 'Sunlight at perihelion and aphelion',
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure('3 January 2025', 'W/m²', 1407.6, relative(1e-3), () =>
        solarFlux_Wperm2(sunAt(9134).distance_au),
      ),
      figure('4 July 2025', 'W/m²', 1316.6, relative(1e-3), () => solarFlux_Wperm2(sunAt(9316).distance_au)),
    ],
  },
  {
    id: 'E13',
    title: 'Place of the Sun, 2000 to 2050',
    room: 'energy',
    kind: 'prediction',
    source: 'astronomy-engine 2.1.19 at 13 dates',
    figures: [figure('largest error', 'deg', 0, within(0.01), worstSunError_deg)],
    remark:
      'UTC taken for TT, as callers that count in days do. Over 5,500 dates of the half-century the largest error was 0.0011°, and 0.0004° with TT.',
  },
  {
    id: 'E14',
    title: 'SGP4 near the Earth, in deep space, and in resonance',
    room: 'energy',
    kind: 'identity',
    source: 'AIAA 2006-6753, verification output',
    figures: verified.flatMap(([at_min, ...expected_km], index) =>
      expected_km.map((expected, axis) =>
        figure(
          `${verification[index]?.set.catalogueNumber} ${'xyz'[axis]} after ${at_min} min`,
          'km',
          expected,
          within(1e-6),
          () => (sgp4Position_m(verification[index]!, at_min)[axis] ?? Number.NaN) / 1e3,
        ),
      ),
    ),
    remark:
      'The whole set of 33 satellites is a test of its own, which needs the reference data: worst 0.12 mm. Sets that are meant to fail do.',
  },
  {
    id: 'E15',
    title: 'Sunlight of two element sets over a day',
    room: 'energy',
    kind: 'prediction',
    source: 'checked against STK',
    figures: (
      [
        ['ISS-like', 0.639, 16],
        ['Landsat-like', 0.708, 15],
      ] as const
    ).flatMap(([name, sunlit, segments], index) => [
      figure(`${name}: sunlit`, 'share', sunlit, within(0.005), () => stkDays[index]!().sunlit),
      figure(`${name}: eclipses`, '', segments, within(0), () => stkDays[index]!().segments),
    ]),
    remark: 'Shadow as a cylinder. The check digits of both sets are wrong in the source, and mended.',
  },
  {
    id: 'E16',
    title: 'Energy of an array that faces the Sun, the same day',
    room: 'energy',
    kind: 'prediction',
    source: 'checked against STK',
    figures: (
      [
        ['ISS-like', 196_871],
        ['Landsat-like', 218_471],
      ] as const
    ).map(([name, expected], index) =>
      figure(name, 'Wh', expected, relative(0.02), () => stkDays[index]!().energy_Wh),
    ),
    remark: '30.08 m², efficiency 0.32.',
  },
  {
    id: 'P6',
    title: 'A circular orbit at 250 km sinks in exponential air',
    room: 'energy',
    kind: 'identity',
    source: "poliastro's tests",
    figures: [
      figure(
        'in 1e5 s at the first rate',
        'm',
        19.456,
        relative(1e-3),
        () => -1e5 * dragRates(low, dragged, thinAir).semiMajorAxis_mperS,
      ),
      figure('in 1e5 s, integrated', 'm', 19.456, relative(0.01), () => {
        const end = decay(low, dragged, () => thinAir, 1e5).at(-1);
        return low.semiMajorAxis_m - (end?.semiMajorAxis_m ?? Number.NaN);
      }),
    ],
    remark: 'As it sinks the air thickens, by which the integrated fall is 0.1 % more.',
  },
  {
    id: 'P7',
    title: 'Exponential atmosphere at 550 km',
    room: 'energy',
    kind: 'identity',
    source: 'Vallado, table 8-4',
    figures: [
      figure('density', '1e-13 kg/m³', 3.183, relative(1e-3), () => exponentialDensity_kgperm3(550e3) * 1e13),
    ],
  },
  {
    id: 'P7a',
    title: 'Atmosphere by solar activity, where it meets the standard of 1,000 K',
    room: 'energy',
    kind: 'prediction',
    source: 'U.S. Standard Atmosphere 1976',
    figures: (
      [
        [200, 2.541e-10],
        [400, 2.803e-12],
        [600, 1.137e-13],
        [800, 1.136e-14],
        [1000, 3.561e-15],
      ] as const
    ).map(([altitude_km, expected]) =>
      figure(
        `${altitude_km} km`,
        'g/km³',
        expected * 1e12,
        relative(0.05),
        () => density_kgperm3(altitude_km * 1e3, standardActivity) * 1e12,
      ),
    ),
    remark:
      'The air at 120 km is that of the standard, what lies above is computed. How it swings with the Sun is not tested by this: a given day may lie off by half.',
  },
];
