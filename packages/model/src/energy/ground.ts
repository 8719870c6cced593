import type { Fault } from '../outcome/outcome.ts';
import { solarConstant_Wperm2 } from '../sky/constants.ts';
import type { EnergySection, Site } from './design.ts';

/** A hall of a site, per watt of its chips. */
export interface Hall {
  readonly unitPower_W: number;
  readonly available: number;
  /** Over power to chips, links and sensors. */
  readonly supplyLoss: number;
  readonly cooling: number;
  readonly waterPerEnergy_kgperJ: number;
  /** Full-load seconds of a panel rated at 1361 W/m², per second of the year. */
  readonly panelYield: number;
  readonly junction_K: number;
}

/** Sunlight at which panels on the ground are rated. */
const ratingFlux_Wperm2 = 1000;

export function hallOf(site: Site, section: EnergySection, unitPower_W: number): Hall {
  return {
    unitPower_W,
    available: 1 - site.outage,
    supplyLoss: site.supplyLoss,
    cooling: site.pue - 1 - site.supplyLoss,
    waterPerEnergy_kgperJ: site.waterPerEnergy_kgperJ,
    panelYield: (site.panelYield * ratingFlux_Wperm2) / solarConstant_Wperm2,
    junction_K: site.coolant_K + section.packagePower_W * section.coldPlateResistance_KperW,
  };
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
