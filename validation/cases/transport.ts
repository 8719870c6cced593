import { doneFor } from '../../packages/kernels/src/numeric/wright.ts';
import {
  launchesToFill,
  launchesToKeep_perS,
  massRate_kgperS,
  steadyFleet,
  unitsLaunched,
} from '../../packages/model/src/transport/constellation.ts';
import { ageHost } from '../../packages/model/src/transport/fleet/cohorts.ts';
import type { Place } from '../../packages/model/src/transport/place.ts';
import type { TransportState } from '../../packages/model/src/transport/state.ts';
import { meanLife_s, survivalTable } from '../../packages/model/src/transport/survival.ts';
import type { Case } from '../case.ts';

const hour_s = 3600;
const day_s = 86_400;
const year_s = 365.25 * day_s;
/** The cases count years of 8,760 hours. */
const plainYear_s = 365 * day_s;
const life_s = 5 * year_s;

/** Units in service, mean over a month, after forty years of steady entry into an ageing fleet. */
function agedFleet(entering: number): number {
  const months = 480;
  const survival = survivalTable(mortality, year_s / 12, months + 1, 1);
  const state = {
    alive: new Float64Array(months),
    oldest: new Float64Array(1),
    serving: new Float64Array(1),
    goingSoon: new Float64Array(1),
  } as unknown as TransportState;
  for (let month = 0; month < months; month++) {
    ageHost(state, { survival } as Place, 0, months, month, entering, { failed: 0, retired: 0 });
  }
  return state.serving[0]! - entering / 2;
}

const mortality = {
  infantShare: 0.01,
  infantPeriod_s: 60 * day_s,
  failure_perS: 0.025 / year_s,
  wearOut_s: 12 * year_s,
  wearOutShape: 4,
  life_s,
  retirementSpread_s: year_s / 2,
};

export const transportCases: readonly Case[] = [
  {
    id: 'L5',
    title: 'One launch an hour of 200 t',
    room: 'transport',
    kind: 'identity',
    source: 'arithmetic of the announcement',
    figures: [
      {
        name: 'mass a year',
        unit: 'Mt',
        expected: 1.752,
        tolerance: { relative: 1e-9 },
        obtained: () => (massRate_kgperS(200e3, hour_s) * plainYear_s) / 1e9,
      },
      {
        name: 'power a year at 100 kW/t',
        unit: 'GW',
        expected: 175.2,
        tolerance: { relative: 1e-9 },
        obtained: () => (massRate_kgperS(200e3, hour_s) * plainYear_s * 100) / 1e9,
      },
    ],
  },
  {
    id: 'L6',
    title: 'Launches permitted, and the fleet they can keep',
    room: 'transport',
    kind: 'identity',
    source: 'FAA and Air Force documents through the press',
    figures: [
      {
        name: 'share of one launch an hour',
        unit: '%',
        expected: 1.7,
        tolerance: { absolute: 0.05 },
        obtained: () => ((25 + 76 + 44) / (plainYear_s / hour_s)) * 100,
      },
      {
        name: 'satellites at most',
        unit: '',
        expected: 43_500,
        tolerance: { relative: 1e-9 },
        obtained: () => steadyFleet(((25 + 76 + 44) * 60) / year_s, life_s),
      },
    ],
  },
  {
    id: 'L7',
    title: 'A million satellites, 60 a launch, five years of life',
    room: 'transport',
    kind: 'identity',
    source: 'arithmetic',
    remark:
      'The case does not say how fast the constellation fills; the totals over twenty years come out when it takes four years and satellites leave in proportion to their number.',
    figures: [
      {
        name: 'launches to build',
        unit: '',
        expected: 16_667,
        tolerance: { absolute: 0.5 },
        obtained: () => launchesToFill(1e6, 60),
      },
      {
        name: 'launches a year to keep',
        unit: '',
        expected: 3_333,
        tolerance: { absolute: 0.5 },
        obtained: () => launchesToKeep_perS(1e6, 60, life_s) * year_s,
      },
      {
        name: 're-entries a day',
        unit: '',
        expected: 548,
        tolerance: { absolute: 0.5 },
        obtained: () => launchesToKeep_perS(1e6, 60, life_s) * 60 * day_s,
      },
      {
        name: 'satellites in twenty years',
        unit: 'million',
        expected: 4.6,
        tolerance: { absolute: 0.05 },
        obtained: () => unitsLaunched(1e6, life_s, 4 * year_s, 20 * year_s) / 1e6,
      },
      {
        name: 'launches in twenty years',
        unit: '',
        expected: 76_000,
        tolerance: { relative: 0.01 },
        obtained: () => launchesToFill(unitsLaunched(1e6, life_s, 4 * year_s, 20 * year_s), 60),
      },
    ],
  },
  {
    id: 'L8',
    title: "Steady state of the ageing fleet: Little's law",
    room: 'transport',
    kind: 'identity',
    source: "Little's law",
    remark:
      'Early failures, a constant rate, wear-out and retirement with spread; cohorts aged month by month.',
    figures: [
      {
        name: 'units in service over rate × mean life',
        unit: '',
        expected: 1,
        tolerance: { absolute: 1e-4 },
        obtained: () => agedFleet(100) / steadyFleet(1200 / year_s, meanLife_s(mortality, year_s / 12)),
      },
    ],
  },
  {
    id: 'L9',
    title: "Launch price by Wright's law, 20 % a doubling from 1800 $/kg at 400 t",
    room: 'transport',
    kind: 'identity',
    source: 'Suncatcher, arXiv 2511.19468, recomputed',
    figures: [
      {
        name: 'mass launched at 200 $/kg',
        unit: 't',
        expected: 368_305,
        tolerance: { relative: 1e-4 },
        obtained: () => doneFor(1800, 400, 0.2, 200),
      },
      {
        name: 'mass launched at 300 $/kg',
        unit: 't',
        expected: 104_525,
        tolerance: { relative: 1e-4 },
        obtained: () => doneFor(1800, 400, 0.2, 300),
      },
    ],
  },
];
