import { type Campaign, simulateCampaign } from '../../transport/campaign/simulate.ts';
import { runSky, type SkyRun } from '../../transport/debris/sky.ts';
import type { CollisionRates } from '../../transport/fleet/collisions.ts';
import { collided } from '../../transport/fleet/lives.ts';
import type { PreparedCampaign } from './prepare.ts';

/** Change of the years of service from round to round below which sky and fleet agree, and most rounds. */
const settled = 1e-3;
const mostRounds = 8;
/** How far rates go towards the new ones in a round. */
const step = 0.5;

/** A year's end of a fleet under its own sky. */
export interface FeedbackYear {
  readonly year: number;
  readonly satellitesInService: number;
  /** The same where nothing collides. */
  readonly withoutCollisions: number;
  /** Satellites lost to collisions in the year. */
  readonly collisions: number;
}

export interface SkyFeedback {
  readonly run: SkyRun;
  readonly rounds: number;
  /** Change of the years of service in the last round, as a share. */
  readonly moved: number;
  readonly years: readonly FeedbackYear[];
}

/**
 * A campaign and the sky it makes, in turn until they agree: the sky takes the satellites in service and gives the
 * rate at which they collide with derelicts, debris and each other; the campaign loses satellites at that rate, and
 * replaces them as well as it can.
 */
export function campaignUnderSky(prepared: PreparedCampaign, seed: number, until_yr: number): SkyFeedback {
  const { params, setting, budget } = prepared;
  const free = simulateCampaign(params, setting, seed, budget);
  const rates = new Float64Array(params.orbits * params.months);
  let campaign = free;
  for (let round = 1; ; round++) {
    const run = runSky(params, setting, campaign.months.inService, until_yr, true);
    approach(rates, ratesOf(prepared, run), round === 1 ? 1 : step);
    const before = sum(campaign.months.inService);
    campaign = simulateCampaign(params, setting, seed, budget, rates);
    const moved = Math.abs(sum(campaign.months.inService) - before) / before;
    if (moved > settled && round < mostRounds) continue;
    return { run, rounds: round, moved, years: yearsOf(prepared, campaign, free) };
  }
}

/** Goes a share of the way: a sky that answers strongly would else swing between too full and too empty. */
function approach(rates: Float64Array, to: CollisionRates, share: number): void {
  for (let at = 0; at < rates.length; at++) rates[at] = rates[at]! + share * (to[at]! - rates[at]!);
}

/** Losses by shell and year as rates by host and month. */
function ratesOf({ params, setting }: PreparedCampaign, { years }: SkyRun): CollisionRates {
  const { orbits, months } = params;
  const { intervals } = setting.calendar;
  const rates = new Float64Array(orbits * months);
  for (let h = 0; h < orbits; h++) {
    for (let month = 0; month < months; month++) {
      const year = intervals[month]!.year - intervals[0]!.year;
      rates[h * months + month] = years[year * orbits + h]!.loss_perS;
    }
  }
  return rates;
}

function yearsOf({ params, setting }: PreparedCampaign, campaign: Campaign, free: Campaign): FeedbackYear[] {
  const { orbits, months } = params;
  const serving = ({ months: of }: Campaign, month: number): number => {
    let all = 0;
    for (let h = 0; h < orbits; h++) all += of.inService[h * months + month]!;
    return all;
  };
  const lost = new Map<number, number>();
  const years: FeedbackYear[] = [];
  for (const { index, year, month } of setting.calendar.intervals) {
    const ended = campaign.months.ended[collided * months + index]!;
    lost.set(year, (lost.get(year) ?? 0) + ended);
    if (month % 12 !== 11 && index !== months - 1) continue;
    years.push({
      year,
      satellitesInService: serving(campaign, index),
      withoutCollisions: serving(free, index),
      collisions: lost.get(year)!,
    });
  }
  return years;
}

function sum(values: Readonly<Float64Array>): number {
  return values.reduce((all, value) => all + value, 0);
}
