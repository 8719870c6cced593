import {
  deliveredShare,
  fleetSize,
  type Project,
  sheetOf,
} from '../../packages/model/src/capital/project/project.ts';
import { projectRows } from '../../packages/model/src/capital/project/schema.ts';
import { levelisedOf } from '../../packages/model/src/capital/project/sheet.ts';
import { present } from '../../packages/model/src/outcome/invariant.ts';
import { entriesOf } from '../../packages/model/src/plan/view.ts';
import { housePlan } from '../../packages/model/testing/house.ts';
import type { Case, Figure } from '../case.ts';

/** Other people's calculators, run from their plans under plans/peers by the one project model. */
const figure = (
  name: string,
  unit: string,
  expected: number,
  relative: number,
  obtained: () => number,
): Figure => ({ name, unit, expected, tolerance: { relative }, obtained });

const project = (peer: string, name: string, overrides: { [key: string]: string } = {}): Project => {
  const set = Object.entries(overrides).map(([key, text]) => ({ path: `projects.${name}.${key}`, text }));
  const found = entriesOf(housePlan(`peers/${peer}`, set), 'projects', projectRows);
  return present(
    found.find((one) => one.name === name),
    `${peer} has ${name}`,
  ) as unknown as Project;
};
const cost = (...of: Parameters<typeof project>) => levelisedOf(sheetOf(project(...of)));
const mccalip = (name: string) => cost('mccalip', name);
const fleet = () => fleetSize(project('mccalip', 'orbit'));
const part = (name: string): number => (mccalip('orbit').parts_USD[name] ?? Number.NaN) / 1e9;
const energy_TWh = (name: string): number => sheetOf(project('mccalip', name)).energy_J / 3.6e15;

const satellites = [
  ['v2-mini', 14_700, 810],
  ['v1', 26_600, 1470],
  ['oneweb', 135_800, 7500],
  ['iridium', 124_600, 6900],
] as const;

export const peerCases: readonly Case[] = [
  {
    id: 'K1',
    title: "McCalip's calculator in orbit: plans/peers/mccalip.yaml",
    room: 'capital',
    kind: 'identity',
    source: 'andrewmccalip/thoughts, run with its defaults',
    remark:
      'Orbit divides by installed energy (43.8 TWh), the ground by delivered energy (37.23 TWh): the two $/MWh are not like for like.',
    figures: [
      figure('mean cell ageing factor', '1', 0.951234, 1e-6, () => fleet().ageingFactor),
      figure('satellites', '1', 39_731, 0, () => fleet().satellites),
      figure('mass', 'kg', 29_390_055, 1e-7, () => fleet().mass_kg),
      figure('launches of 100 t', '1', 294, 0, () => fleet().launches),
      figure('hardware', 'GUSD', 23.6, 5e-5, () => part('hardware')),
      figure('launch', 'GUSD', 14.695, 5e-5, () => part('launch')),
      figure('operations', 'GUSD', 1.18, 5e-4, () => part('operations')),
      figure('chips replaced', 'GUSD', 10.62, 5e-5, () => part('chipFailures')),
      figure('total', 'GUSD', 51.095, 2e-5, () => mccalip('orbit').total_USD / 1e9),
      figure('cost per watt', 'USD/W', 51.095, 2e-5, () => mccalip('orbit').USDperW),
      figure('levelised energy', 'USD/MWh', 1166.56, 1e-5, () => mccalip('orbit').USDperMWh ?? Number.NaN),
      figure('installed energy', 'TWh', 43.8, 1e-9, () => energy_TWh('orbit')),
    ],
  },
  {
    id: 'K2',
    title: "McCalip's calculator on the ground: plans/peers/mccalip.yaml",
    room: 'capital',
    kind: 'identity',
    source: 'andrewmccalip/thoughts, run with its defaults',
    figures: [
      figure('cost per watt', 'USD/W', 15.851, 5e-5, () => mccalip('ground').USDperW),
      figure('levelised energy', 'USD/MWh', 425.76, 2e-5, () => mccalip('ground').USDperMWh ?? Number.NaN),
      figure('delivered energy', 'TWh', 37.23, 1e-9, () => energy_TWh('ground')),
    ],
  },
  {
    id: 'K3',
    title: 'Launch cost per kW and year of flown satellites: plans/peers/suncatcher.yaml',
    room: 'capital',
    kind: 'identity',
    source: 'Suncatcher, arXiv 2511.19468',
    figures: satellites.flatMap(([name, dear, cheap]) => [
      figure(`${name} at 3,600 USD/kg`, 'USD/kW/yr', dear, 0.02, () => cost('suncatcher', name).USDperkWyear),
      figure(
        `${name} at 200 USD/kg`,
        'USD/kW/yr',
        cheap,
        0.02,
        () => cost('suncatcher', name, { launchPrice: '200 USD/kg' }).USDperkWyear,
      ),
    ]),
  },
  {
    id: 'K4',
    title: 'Power on Earth per kW and year: plans/peers/suncatcher.yaml',
    room: 'capital',
    kind: 'identity',
    source: 'Suncatcher, arXiv 2511.19468',
    figures: [
      figure(
        '0.06 USD/kWh, PUE 1.09',
        'USD/kW/yr',
        573,
        1e-3,
        () => cost('suncatcher', 'earth-low').USDperkWyear,
      ),
      figure(
        '0.25 USD/kWh, PUE 1.4',
        'USD/kW/yr',
        3066,
        1e-3,
        () => cost('suncatcher', 'earth-high').USDperkWyear,
      ),
    ],
  },
  {
    id: 'K5',
    title: "Starcloud's price of power for 40 MW over ten years: plans/peers/starcloud.yaml",
    room: 'capital',
    kind: 'identity',
    source: 'Starcloud white paper',
    remark:
      'The claim leaves the chips out, on both sides; its totals of 8.2 and 167 MUSD add shielding, cooling and backup as listed there.',
    figures: [
      figure(
        'in orbit',
        'USD/kWh',
        0.002,
        0.01,
        () => (cost('starcloud', 'orbit').USDperMWh ?? Number.NaN) / 1e3,
      ),
      figure(
        'energy on Earth at 0.04 USD/kWh',
        'MUSD',
        140,
        0.005,
        () => cost('starcloud', 'ground').total_USD / 1e6,
      ),
    ],
  },
  {
    id: 'K6',
    title: 'A megawatt of H100 in orbit: plans/peers/spacedc-mdao.yaml',
    room: 'capital',
    kind: 'identity',
    source: 'jman4162/spacedc-mdao, run',
    remark:
      'Its 1,237 USD a PFLOP-day is for orientation and not reached: capital cost alone, without cost of capital or operations, comes to 885.',
    figures: [
      figure('share of peak delivered', '1', 0.2868, 2e-4, () =>
        deliveredShare(project('spacedc-mdao', 'orbit')),
      ),
      figure('capital cost', 'USD/W', 523.64, 1e-9, () => cost('spacedc-mdao', 'orbit').USDperW),
    ],
  },
];
