import { columns } from '@kardashev/kernels/fleet/columns.ts';
import { rowColumns, stateColumns, totalColumns } from '@kardashev/kernels/fleet/kernel.ts';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import {
  emittedPlanform_Wperm2,
  equilibrium_K,
  plateBalance,
  viewDown,
  viewEdgeOn,
  viewSphere,
} from '@kardashev/model/energy/radiator.ts';
import {
  earthRadius_m,
  solarConstant_Wperm2,
  stefanBoltzmann_Wperm2perK4,
} from '@kardashev/model/sky/constants.ts';
import { houseSatellite } from '@kardashev/model/testing/satellite.ts';
import type { Case } from '../case.ts';
import { figure, relative, within } from './figures.ts';

export const radius_m = (altitude_km: number): number => earthRadius_m + altitude_km * 1e3;

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

/** Catalogue defaults: V2 mini says nothing of its own about what radiators weigh. */
const { satellite: usual, section } = houseSatellite('v2-mini');
const flownRadiator_m2 = 3.12 * 13.6;
function idealRadiator_Wperm2(): number {
  const emissivity = 0.92;
  const infrared = 2 * viewEdgeOn(radius_m(420)) * emissivity * section.earthInfrared_Wperm2;
  return emittedPlanform_Wperm2(emissivity, 278.15) - infrared;
}

/** Steady temperature in eclipse of a sphere of 40 m² at the orbit of so many revolutions a day. */
function sphere_K(revolutionsPerDay: number): number {
  const orbit_m = Math.cbrt(3.986004418e14 / ((revolutionsPerDay * 2 * Math.PI) / 86_400) ** 2);
  const heat_W = 2850 + 0.85 * 237 * viewSphere(orbit_m, 6_371_000) * 40;
  return equilibrium_K(heat_W, 0.85, 40);
}

/** Heat that radiates, by closed forms and as others worked it out. */
export const radiatorCases: readonly Case[] = [
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
];

/** The one radiator of this kind that has flown. */
export const flownRadiatorCases: readonly Case[] = [
  {
    id: 'T9',
    title: 'Photovoltaic radiator of the ISS, as flown',
    room: 'energy',
    kind: 'identity',
    source: 'NASA: 14 kW, 740.7 kg, 3.12 m × 13.6 m a panel set',
    figures: [
      figure('rejects', 'W/m² planform', 329.9, relative(1e-3), () => 14e3 / flownRadiator_m2),
      figure('weighs', 'kg/m²', 17.46, relative(1e-3), () => 740.7 / flownRadiator_m2),
      figure(
        'catalogue has',
        'kg/m²',
        17.46,
        relative(1e-3),
        () => houseSatellite('iss').satellite.radiatorMass_kgperm2,
      ),
    ],
    remark: `The catalogue takes ${usual.radiatorMass_kgperm2} kg/m² for compute satellites of the future: ${(17.46 / usual.radiatorMass_kgperm2).toFixed(1)} times less than what was flown. Nobody has flown such panels.`,
  },
  {
    id: 'T9p',
    title: 'The same radiator, were it an ideal one at 5 °C edge-on to the Earth',
    room: 'energy',
    kind: 'prediction',
    source: 'NASA, as T9; 420 km',
    figures: [figure('rejects', 'W/m² planform', 329.9, relative(0.1), idealRadiator_Wperm2)],
    remark: `Flown is ${(329.9 / idealRadiator_Wperm2()).toFixed(2)} of ideal. The ideal plate has no fins, no margin for the Sun and for lost loops, and works at its temperature all over; the temperature is assumed, by us, from general knowledge. The model's own fins, attitude error and lost panels come on top of the ideal.`,
  },
];
