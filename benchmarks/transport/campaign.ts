import { availableParallelism } from 'node:os';
import { performance } from 'node:perf_hooks';
import { campaigns } from '@kardashev/cluster/campaigns.ts';
import { gapBetween } from '@kardashev/model/study/campaign/document.ts';
import { type PreparedCampaign, prepareCampaign } from '@kardashev/model/study/campaign/prepare.ts';
import { sampleFluid, sampleOf } from '@kardashev/model/study/campaign/sample.ts';
import { expectValue, housePlan } from '@kardashev/model/testing/house.ts';
import { runCampaign } from '@kardashev/model/transport/campaign/fluid.ts';
import { type Campaign, simulateCampaign } from '@kardashev/model/transport/campaign/simulate.ts';

/** The million plan with what makes it the reference case: about 76,000 launches and 4.6 million satellites. */
const reference = [
  { path: 'vehicles.starship-v4.fairingVolume', text: '1085 m3' },
  { path: 'satellites.ai1.life', text: '4.4 yr' },
];
const early = [{ path: 'period.to', text: '2030-12' }];
const seeds = 1000;

/**
 * Transport's campaign: the whole of it event by event, the fluid form, the gap between both, and a thousand draws
 * of its first years. Wall time and, because other work slows a shared machine, processor time.
 */
export async function run(): Promise<void> {
  const whole = prepared(reference);
  const samples = [1, 2, 3].map((seed) => timeEvents('reference campaign', whole, seed));
  timeEvents('million plan as it is', prepared([]), 1);
  timeFluid(whole);
  const fluid = Array.from({ length: 16 }, (_, seed) => sampleFluid(whole, seed));
  const gap = gapBetween(fluid, samples);
  console.log(
    `  fluid against events: launches ${percent(gap.launches)}, mass ${percent(gap.mass)}, satellite-years ${percent(gap.satelliteYears)}`,
  );
  await timeSeeds();
}

function prepared(overrides: { path: string; text: string }[]): PreparedCampaign {
  return expectValue(prepareCampaign(housePlan('million', overrides)));
}

function timeEvents(name: string, of: PreparedCampaign, seed: number) {
  const { params, setting, budget } = of;
  const cpu = process.cpuUsage();
  const start = performance.now();
  const campaign: Campaign = simulateCampaign(params, setting, seed, budget);
  const wall_s = (performance.now() - start) / 1000;
  const cpu_s = process.cpuUsage(cpu).user / 1e6;
  const sample = sampleOf(of, seed, campaign);
  console.log(
    `  ${name}, seed ${seed}: ${campaign.log.length} launches, ${sample.satellites} satellites in ${wall_s.toFixed(2)} s (processor ${cpu_s.toFixed(2)} s)`,
  );
  return sample;
}

function timeFluid({ view, setting }: PreparedCampaign): void {
  const times: number[] = [];
  for (let round = 0; round < 80; round++) {
    const start = performance.now();
    runCampaign(view, setting, round, () => {});
    times.push(performance.now() - start);
  }
  const warm = times.slice(20).sort((a, b) => a - b);
  console.log(
    `  fluid form, ${setting.calendar.intervals.length} months, compiling included: least ${warm[0]!.toFixed(2)} ms, median ${warm[warm.length >> 1]!.toFixed(2)} ms`,
  );
}

async function timeSeeds(): Promise<void> {
  const plan = housePlan('million', early);
  const workers = Math.min(2, availableParallelism());
  const cpu = process.cpuUsage();
  const start = performance.now();
  const samples = await campaigns(plan, expectValue(prepareCampaign(plan)), { seed: 1, seeds, workers });
  const wall_s = (performance.now() - start) / 1000;
  const cpu_s = process.cpuUsage(cpu).user / 1e6;
  console.log(
    `  ${samples.length} campaigns of 2026–2030 on ${workers} threads: ${wall_s.toFixed(1)} s (processor ${cpu_s.toFixed(1)} s)`,
  );
}

const percent = (share: number): string => `${share < 0 ? '−' : '+'}${Math.abs(100 * share).toFixed(2)} %`;
