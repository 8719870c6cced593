import type { Fault } from '../outcome/outcome.ts';
import { solarConstant_Wperm2 } from '../sky/constants.ts';
import { secondsPerDay } from '../time/calendar.ts';
import { above_K, dryBulb_K, season, wetBulb_K } from './climate.ts';
import type { EnergySection, Site } from './design.ts';

/** A hall of a site, per watt of its chips, by month of the year (0 is January). */
export interface Hall {
  readonly unitPower_W: number;
  /** Share of time and power that the supply carries. */
  readonly available: Float64Array;
  /** Over power to chips, links and sensors. */
  readonly supplyLoss: number;
  readonly cooling: Float64Array;
  readonly waterPerEnergy_kgperJ: Float64Array;
  /** Full-load seconds of a panel rated at 1361 W/m², per second. */
  readonly panelYield: number;
  readonly junction_K: number;
}

/** Sunlight at which panels on the ground are rated. */
const ratingFlux_Wperm2 = 1000;
const months = Array.from({ length: 12 }, (_, month) => month);

export function hallOf(site: Site, section: EnergySection, unitPower_W: number): Hall {
  return {
    unitPower_W,
    available: Float64Array.from(months, (month) => carried(site, month)),
    supplyLoss: site.supplyLoss,
    cooling: Float64Array.from(months, (month) => Math.max(0, pueOf(site, month) - 1 - site.supplyLoss)),
    waterPerEnergy_kgperJ: waterOf(site),
    panelYield: (site.panelYield * ratingFlux_Wperm2) / solarConstant_Wperm2,
    junction_K: site.coolant_K + section.packagePower_W * section.coldPlateResistance_KperW,
  };
}

/** The year's PUE, higher in months whose wet bulb stands above the year's. */
export function pueOf(site: Site, monthOfYear: number): number {
  const warmer_K = wetBulb_K(site, monthOfYear) - site.wetBulb_K;
  return Math.max(1 + site.supplyLoss, site.pue + site.coolingRise_perK * warmer_K);
}

/** The year's water, spread over the months by how far their hours pass what dry coolers can do. */
function waterOf(site: Site): Float64Array {
  const warmth = months.map((month) =>
    above_K(dryBulb_K(site, month), site.coolingFree_K, site.temperatureScatter_K),
  );
  const mean = warmth.reduce((sum, value) => sum + value, 0) / warmth.length;
  return Float64Array.from(warmth, (value) =>
    mean > 0 ? (site.waterPerEnergy_kgperJ * value) / mean : site.waterPerEnergy_kgperJ,
  );
}

/** Share of the halls' energy that their supply carries in a month, outages of the halls themselves included. */
export function carried(site: Site, monthOfYear: number): number {
  const up = 1 - site.outage;
  if (site.supply === 'gas') return up * (1 - site.gasOutage) * gasShare(site, monthOfYear);
  return site.supply === 'solar' ? up * solarShare(site, monthOfYear) : up;
}

/** Power of the turbines in the month's air over the halls' draw, up to 1. */
function gasShare(site: Site, monthOfYear: number): number {
  const warmer_K = Math.max(0, dryBulb_K(site, monthOfYear) - site.gasRating_K);
  return Math.min(1, (1 + site.gasReserve) * (1 - site.gasDerate_perK * warmer_K));
}

/**
 * Share of the load that panels with storage carry, every day like the month's mean: what the panels give by day
 * serves at once; what is left over goes through the storage into the night, as far as it reaches.
 */
function solarShare(site: Site, monthOfYear: number): number {
  const day = dayShare(site, monthOfYear);
  const yield_ = site.panelYield * yieldSeason(site, monthOfYear);
  const made = site.solarOversize * yield_;
  const direct = Math.min(day, made);
  const stored = Math.min(
    (made - direct) * site.solarRoundTrip,
    site.solarStorage_s / secondsPerDay,
    1 - direct,
  );
  return direct + stored;
}

/** Share of the day with the Sun up, and its yield over the year's mean: both follow the height of its path. */
function dayShare(site: Site, monthOfYear: number): number {
  return 0.5 * (1 + lean(site) * season(site, monthOfYear));
}

function yieldSeason(site: Site, monthOfYear: number): number {
  return 1 + lean(site) * season(site, monthOfYear);
}

/** How much summer differs from winter: nothing at the equator, nearly everything at the polar circle. */
function lean(site: Site): number {
  return Math.min(1, Math.abs(Math.sin(site.latitude_rad))) ** 1.5;
}

/** A PUE that leaves no room for the supplies' own loss. */
export function pueFault(site: Site): Fault | undefined {
  if (site.pue - 1 >= site.supplyLoss) return undefined;
  return {
    code: 'energy/pue-below-loss',
    message: `The PUE of ${site.name} is smaller than its supplies' loss allows.`,
    at: { path: `sites.${site.name}.pue` },
    cause: `PUE − 1 is ${(site.pue - 1).toFixed(3)}, the loss of its supplies alone ${site.supplyLoss.toFixed(3)}.`,
    fix: 'Raise pue, or lower supplyLoss.',
  };
}
