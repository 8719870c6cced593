import { expectValue, housePlan } from '@kardashev/model/testing/house.ts';
import { variation } from '../../packages/kernels/src/numeric/statistics.ts';
import { constraintIndex } from '../../packages/model/src/flows/constraint.ts';
import { KeyedRandom } from '../../packages/model/src/random/philox.ts';
import { gapBetween } from '../../packages/model/src/study/campaign/document.ts';
import { type PreparedCampaign, prepareCampaign } from '../../packages/model/src/study/campaign/prepare.ts';
import {
  type CampaignSample,
  sampleEvents,
  sampleFluid,
} from '../../packages/model/src/study/campaign/sample.ts';
import { clockOf } from '../../packages/model/src/transport/campaign/clock.ts';
import {
  drawGap,
  drawOutages_s,
  gapParts,
  readyAt_s,
} from '../../packages/model/src/transport/campaign/pad-gaps.ts';
import { simulateCampaign } from '../../packages/model/src/transport/campaign/simulate.ts';
import { Skies } from '../../packages/model/src/transport/campaign/skies.ts';
import type { Case, Figure } from '../case.ts';

/** Tens of launches a year, most of the time on young vehicles: the catalogue's own ramps, shell after shell. */
const lowRates = [
  { path: 'period.to', text: '2036-12' },
  { path: 'transport.fill', text: 'in-order' },
];
const seeds = 200;

let kept: { events: CampaignSample[]; fluid: CampaignSample[] } | undefined;

function both(): { events: CampaignSample[]; fluid: CampaignSample[] } {
  if (kept) return kept;
  const prepared = low();
  const all = Array.from({ length: seeds }, (_, seed) => seed);
  kept = {
    events: all.map((seed) => sampleEvents(prepared, seed)),
    fluid: all.map((seed) => sampleFluid(prepared, seed)),
  };
  return kept;
}

function low(extra: { path: string; text: string }[] = []): PreparedCampaign {
  return expectValue(prepareCampaign(housePlan('base/company', [...lowRates, ...extra])));
}

const apart = (of: (gap: ReturnType<typeof gapBetween>) => number) => (): number => {
  const { fluid, events } = both();
  return 1 + of(gapBetween(fluid, events));
};

/** Satellites in service when the plan ends, mean of the fluid form over that of the events. */
function atTheEnd(): number {
  const { fluid, events } = both();
  const mean = (samples: readonly CampaignSample[]): number =>
    samples.reduce((sum, { satellitesInService }) => sum + satellitesInService.at(-1)!, 0) / samples.length;
  return mean(fluid) / mean(events);
}

/** Coefficient of variation of a thousand gaps of one of the catalogue's pads, scrubs and outages with them. */
function gapsOf(name: string): Figure {
  const { view, setting } = low();
  const pad = view.pads.find((one) => one.name === name)!;
  return {
    name: `${name}, simulated gaps`,
    unit: '',
    expected: pad.gapVariation,
    tolerance: { absolute: 0.1 },
    obtained: () => {
      const gap_s = pad.gap_s[0]!;
      const parts = gapParts(pad, gap_s);
      const random = new KeyedRandom(4, 'gaps');
      const clock = clockOf(setting.calendar);
      const skies = new Skies([pad], [0], clock, 4);
      const steady = new Float64Array(setting.calendar.intervals.length).fill(gap_s);
      const gaps = Array.from({ length: 1000 }, (_, number) => {
        const work = drawGap(parts, random, 0, number);
        const out_s = drawOutages_s(parts, pad.outageLength_s, work, random, 0, number);
        const ready_s = readyAt_s(clock, steady, 0, out_s, work);
        skies.turnTo(setting.calendar.intervals[number % 12]!);
        const day_s = clock.start_s[number % 12]! + (number % 28) * 86_400 + (ready_s % 86_400);
        return ready_s + skies.clearFrom_s(0, day_s) - day_s;
      });
      return variation(gaps);
    },
  };
}

/** Share of months grounded from end to end in which nothing outweighs the grounding. */
function groundingNamed(): number {
  const prepared = low();
  const { params, setting, budget } = prepared;
  const { grounded, limits } = simulateCampaign(params, setting, 3, budget).months;
  const starship = params.families.findIndex(({ name }) => name === 'starship');
  let [standing, named] = [0, 0];
  for (let month = 24; month < params.months; month++) {
    if (grounded[starship * params.months + month]! < 1) continue;
    standing++;
    const held = Array.from(
      { length: limits.length / params.months },
      (_, c) => limits[c * params.months + month]!,
    );
    if (held[constraintIndex.grounding]! >= Math.max(...held)) named++;
  }
  return named / standing;
}

/** Launches of 2027–2032 that standing after mishaps costs, over launches that were lost with their payload. */
function standingOverLoss(): number {
  const never = ['starship-flown', 'starship-v3', 'starship-v4'].flatMap((name) => [
    { path: `vehicles.${name}.groundingMedian`, text: '0 day' },
    { path: `vehicles.${name}.groundingLeast`, text: '0 day' },
  ]);
  const launches = (prepared: PreparedCampaign): { flown: number; lost: number } => {
    let [flown, lost] = [0, 0];
    const { params, setting, budget } = prepared;
    for (let seed = 0; seed < 20; seed++) {
      const { log } = simulateCampaign(params, setting, seed, budget);
      for (let row = 0; row < log.length; row++) {
        if (prepared.view.vehicles[log.vehicle[row]!]!.family !== 'starship') continue;
        flown++;
        lost += log.lost[row]!;
      }
    }
    return { flown, lost };
  };
  const early = { path: 'period.to', text: '2032-12' };
  const [with_, without] = [launches(low([early])), launches(low([early, ...never]))];
  return (without.flown - with_.flown) / with_.lost;
}

/** What the campaign event by event must come to. */
export const campaignCases: readonly Case[] = [
  {
    id: 'L4',
    title: 'Simulated gaps scatter as those of the pads they stand for',
    room: 'transport',
    kind: 'identity',
    source: 'catalogue, derived from GCAT launches of Falcon 9',
    remark:
      'Preparation, scrubs, outages and waits for weather drawn apart; their variances add up to that of the record.',
    figures: ['slc-40', 'slc-4e', 'lc-39a-falcon', 'starbase'].map(gapsOf),
  },
  {
    id: 'L12',
    title: 'The campaign event by event and its fluid form agree at low rates',
    room: 'transport',
    kind: 'identity',
    source: 'self-consistency, means over 200 seeds each',
    remark:
      'The whole campaign of the company’s plan to 2036, pads to satellites, shell after shell. A young fleet of a few launches a year agrees less: in its first years the fluid form has up to a quarter more or fewer satellites in service.',
    figures: [
      ['launches', apart((gap) => gap.launches)] as const,
      ['mass to orbit', apart((gap) => gap.mass)] as const,
      ['satellites in service at the end', atTheEnd] as const,
    ].map(([name, obtained]) => ({
      name: `${name}, fluid over events`,
      unit: '',
      expected: 1,
      tolerance: { absolute: 0.02 },
      obtained,
    })),
  },
  {
    id: 'L13',
    title: 'Standing after a mishap sets the cadence, not the payload lost',
    room: 'transport',
    kind: 'identity',
    source: 'Falcon 9 stood 175 and 135 days in 2015–16 and weeks in 2024',
    remark:
      'Starship to 2032 in the company’s plan. The case asks that standing costs more than the loss, and gives no figure; the ratio is ours.',
    figures: [
      {
        name: 'months grounded from end to end that name grounding',
        unit: '',
        expected: 1,
        tolerance: { absolute: 0 },
        obtained: groundingNamed,
      },
      {
        name: 'launches missed by standing exceed launches lost',
        unit: '',
        expected: 1,
        tolerance: { absolute: 0 },
        obtained: () => (standingOverLoss() > 1 ? 1 : 0),
      },
    ],
  },
];
