import { columns } from '@kardashev/kernels/fleet/columns.ts';
import { rowColumns, stateColumns, totalColumns } from '@kardashev/kernels/fleet/kernel.ts';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { arrayPower_W, left, rateOf_perS } from '@kardashev/model/energy/array.ts';
import {
  emittedPlanform_Wperm2,
  equilibrium_K,
  plateBalance,
  viewDown,
  viewEdgeOn,
  viewSphere,
} from '@kardashev/model/energy/radiator.ts';
import { degrees, radians } from '@kardashev/model/sky/angle.ts';
import {
  earthRadius_m,
  solarConstant_Wperm2,
  stefanBoltzmann_Wperm2perK4,
} from '@kardashev/model/sky/constants.ts';
import {
  eclipseFreeBeta_rad,
  eclipseFreeDawnDusk_m,
  eclipseShare,
  eclipseShares,
  eclipseYear,
} from '@kardashev/model/sky/eclipse.ts';
import {
  circularOrbit,
  drift,
  type OrbitShape,
  period_s,
  shapeOf,
  sunSynchronousInclination_rad,
} from '@kardashev/model/sky/orbit.ts';
import { solarFlux_Wperm2, sunAt } from '@kardashev/model/sky/sun.ts';
import type { Case, Figure, Tolerance } from '../case.ts';

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
const dawnDusk2025 = (altitude_km: number) =>
  eclipseYear(radius_m(altitude_km), radians(inclination_deg(altitude_km)), 18, 2025);
const node_degPerDay = (shape: OrbitShape): number => degrees(drift(shape).node_radperS) * 86_400;
const elliptic = shapeOf([-2384.46e3, 5729.01e3, 3050.46e3], [-7361.38, -2989.97, 1643.54]);

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

/** One face of 14 m² cooling for an hour in the dark, stepped by the fleet kernel at 10 s. */
function cooled_K(): number {
  const rows = columns(rowColumns, 1);
  const state = columns(stateColumns, 1);
  // The plane's Sun stands below the horizon for good.
  rows.sunP[0] = -1;
  rows.horizon[0] = 0;
  rows.step_s[0] = 10;
  rows.cellTime_s[0] = 1;
  rows.distribution[0] = 1;
  rows.roundTrip[0] = 1;
  rows.emission_WperK4[0] = 0.86 * stefanBoltzmann_Wperm2perK4 * 14;
  rows.radiatorCapacity_JperK[0] = 9e5;
  rows.conductance_WperK[0] = 1e9;
  rows.junctionLimit_K[0] = Infinity;
  rows.rise_KperW[0] = 1;
  state.cosine[0] = 1;
  state.radiator_K[0] = 330;
  state.coolant_K[0] = 330;
  referenceFleet.advance(rows, state, columns(totalColumns, 1), 0, 1, 360);
  return state.radiator_K[0] as number;
}

const starcloud = {
  temperature_K: 293.15,
  emissivity: 0.92,
  absorptivity: 0.09,
  infraredAbsorptivity: 0.09,
  view: 0.25,
  flux_Wperm2: 1366,
  albedo: 0.3,
  earthInfrared_Wperm2: 5.67e-8 * 253.15 ** 4,
};
const byKirchhoff = { ...starcloud, infraredAbsorptivity: starcloud.emissivity };

const ai1 = { arrayArea_m2: 605, cellEfficiency: 0.25, packing: 0.95, arrayPointing: 1, stringEfficiency: 1 };
const ai1Bus_W = (sunlit: number): number => arrayPower_W(ai1, solarConstant_Wperm2, 0.85) * 0.95 * sunlit;

const fireSat = {
  arrayArea_m2: 1,
  cellEfficiency: 202 / solarConstant_Wperm2,
  packing: 0.77,
  arrayPointing: Math.cos(radians(23.5)),
  stringEfficiency: 1,
};
const year_s = 365.25 * 86_400;

/** Steady temperature in eclipse of a sphere of 40 m² at the orbit of so many revolutions a day. */
function sphere_K(revolutionsPerDay: number): number {
  const orbit_m = Math.cbrt(3.986004418e14 / ((revolutionsPerDay * 2 * Math.PI) / 86_400) ** 2);
  const heat_W = 2850 + 0.85 * 237 * viewSphere(orbit_m, 6_371_000) * 40;
  return equilibrium_K(heat_W, 0.85, 40);
}

export const energyCases: readonly Case[] = [
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
  ).map(
    ([id, altitude_km, days, first, longest, sunlit]): Case => ({
      id,
      title: `A year of a dawn-dusk sun-synchronous orbit at ${altitude_km} km, local time 18:00, 2025`,
      room: 'energy',
      kind: 'prediction',
      source: 'independent computation',
      figures: [
        figure('days with eclipse', 'd', days, within(1), () => dawnDusk2025(altitude_km).daysWithEclipse),
        ...(first
          ? [
              figure(
                'first of them',
                'day of year',
                first,
                within(1),
                () => dawnDusk2025(altitude_km).firstDay ?? 0,
              ),
            ]
          : []),
        figure('longest eclipse', 'min', longest, within(0.1), () =>
          minutes(dawnDusk2025(altitude_km).longestShare, altitude_km),
        ),
        ...(sunlit
          ? [figure('sunlit', 'share', sunlit, within(0.001), () => dawnDusk2025(altitude_km).sunlitShare)]
          : []),
      ],
      remark: 'One look a day at noon UTC; the local time is that of the mean Sun, the shadow a cylinder.',
    }),
  ),
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
    remark: 'Over 5,500 dates of the half-century the largest error was 0.0091°.',
  },
  {
    id: 'E17',
    title: "An isothermal sphere in eclipse under the Earth's infrared",
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure('ISS-like', 'K', 231.1, within(1), () => sphere_K(15.5)),
      figure('Landsat-like', 'K', 227.2, within(1), () => sphere_K(14.571)),
    ],
  },
  {
    id: 'T1',
    title: 'A radiator plate as the Starcloud white paper has it',
    room: 'energy',
    kind: 'identity',
    source: 'Starcloud white paper, recomputed',
    figures: [
      figure('emits', 'W/m² planform', 770.48, relative(1e-3), () => plateBalance(starcloud).emitted_Wperm2),
      figure(
        'takes from the Sun',
        'W/m² planform',
        122.94,
        relative(1e-3),
        () => plateBalance(starcloud).fromSun_Wperm2,
      ),
      figure(
        'takes from the Earth',
        'W/m² planform',
        14.46,
        relative(1e-3),
        () => plateBalance(starcloud).fromEarth_Wperm2,
      ),
      figure('net', 'W/m² planform', 633.08, relative(1e-3), () => plateBalance(starcloud).net_Wperm2),
      figure('for 120 kW', 'm²', 189.55, relative(1e-3), () => 120e3 / plateBalance(starcloud).net_Wperm2),
    ],
  },
  {
    id: 'T2',
    title: "The same plate with the Earth's infrared absorbed as Kirchhoff's law has it",
    room: 'energy',
    kind: 'identity',
    source: 'recomputed: the published figure is optimistic',
    figures: [
      figure('net', 'W/m² planform', 584.76, relative(1e-3), () => plateBalance(byKirchhoff).net_Wperm2),
      figure('for 120 kW', 'm²', 205.21, relative(1e-3), () => 120e3 / plateBalance(byKirchhoff).net_Wperm2),
    ],
  },
  {
    id: 'T3',
    title: 'View of the Earth from a plate edge-on to it at 550 km',
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure('view factor of a face', 'share', 0.25777, within(1e-4), () => viewEdgeOn(6_921_000, 6_371_000)),
    ],
  },
  {
    id: 'T4',
    title: 'Cooling in the dark, stepped by the fleet kernel',
    room: 'energy',
    kind: 'identity',
    source: 'closed form, T(t) = (T0⁻³ + 3εσAt/C)^(−1/3)',
    figures: [figure('after an hour', 'K', 302.8, within(0.01), cooled_K)],
  },
  {
    id: 'T5',
    title: 'A two-sided radiator of emissivity 0.9',
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: [
      figure('300 K', 'W/m² planform', 826.7, relative(1e-3), () => emittedPlanform_Wperm2(0.9, 300)),
      figure('330 K', 'W/m² planform', 1210.4, relative(1e-3), () => emittedPlanform_Wperm2(0.9, 330)),
    ],
  },
  {
    id: 'T6',
    title: 'One face of 1 m² with 30 W in it, in the dark and in the Sun',
    room: 'energy',
    kind: 'identity',
    source: "closed form with Basilisk's sensor parameters",
    figures: [
      figure('dark', 'K', 198.61, within(0.05), () => equilibrium_K(30, 0.34, 1)),
      figure('in the Sun', 'K', 372.26, within(0.05), () =>
        equilibrium_K(30 + 0.25 * solarConstant_Wperm2, 0.34, 1),
      ),
    ],
  },
  {
    id: 'T7',
    title: "A plate that looks down on 237 W/m² of the Earth's infrared",
    room: 'energy',
    kind: 'identity',
    source: 'closed form',
    figures: (
      [
        [550, 200.86],
        [800, 187.12],
      ] as const
    ).map(([altitude_km, expected]) =>
      figure(
        `${altitude_km} km`,
        'W/m²',
        expected,
        relative(1e-3),
        () => 237 * viewDown(radius_m(altitude_km)),
      ),
    ),
  },
  {
    id: 'P1',
    title: 'SpaceX AI1 as analysts give it',
    room: 'energy',
    kind: 'identity',
    source: 'press, recomputed',
    figures: [
      figure('bus power at 0.95 sunlit, end of life', 'kW', 150, relative(1e-3), () => ai1Bus_W(0.95) / 1e3),
      figure(
        '30° shells at low β',
        'kW',
        103,
        relative(0.02),
        () => ai1Bus_W(1 - eclipseShare(radius_m(832), 0)) / 1e3,
      ),
      figure('radiator at 362 K to a sink of 250 K', 'K', 362, relative(1e-3), () =>
        equilibrium_K(150.6e3, 0.91, 220, 250),
      ),
    ],
    remark: 'The filing has 30° shells at 559, 702 and 962 km: taken at the middle of the two large ones.',
  },
  {
    id: 'P2',
    title: "Array of SMAD's FireSat",
    room: 'energy',
    kind: 'identity',
    source: 'SMAD',
    figures: [
      figure('begin of life', 'W/m²', 142.6, relative(1e-3), () => arrayPower_W(fireSat)),
      figure('after five years', 'W/m²', 117.8, relative(1e-3), () =>
        arrayPower_W(fireSat, solarConstant_Wperm2, left(rateOf_perS(0.0375, year_s), 5 * year_s)),
      ),
    ],
  },
];
