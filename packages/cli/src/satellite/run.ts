import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { checkYear, workable } from '@kardashev/model/energy/satellite-check.ts';
import { sizeSatellite } from '@kardashev/model/energy/satellite-size.ts';
import { type Flight, momentOf, satelliteYear } from '@kardashev/model/energy/satellite-year.ts';
import { orbitSeries } from '@kardashev/model/energy/worst-orbit.ts';
import { earthRadius_m } from '@kardashev/model/sky/constants.ts';
import { eclipseCalendar } from '@kardashev/model/sky/eclipse-days.ts';
import { inclinationOf, placeOrbit, sizeOf, tooLow } from '../orbit/elements.ts';
import type { OrbitOptions } from '../orbit/options.ts';
import { print, printJson, writeTo } from '../output.ts';
import { loadCatalogue } from '../plan-input.ts';
import { need } from '../stop.ts';
import { loadDesign } from './design-input.ts';
import { documentOf } from './document.ts';
import type { SatelliteOptions } from './options.ts';
import { satelliteScreen } from './screen.ts';
import { seriesCsv } from './series-csv.ts';

/** Below this a satellite that is all wings comes down within days. */
const lowest_m = 200e3;

const kernels = { fleet: referenceFleet };

/** `satellite`: reads a design and its orbit, sizes it where asked to, checks it, and tells. */
export function runSatellite(name: string | undefined, options: SatelliteOptions): void {
  const texts = new Map<string, string>();
  const catalogue = need(loadCatalogue(texts), texts);
  const design = need(loadDesign(name, options.file, options.set, catalogue, texts), texts);
  const age_s = options.age ?? design.satellite.life_s;
  const { flight, placed } = flightOf(options);
  const satellite = options.size
    ? need(sizeSatellite(design.satellite, design.section, flight, age_s, kernels), texts)
    : design.satellite;
  const year = satelliteYear(satellite, design.section, flight, age_s, kernels);
  need(workable(satellite.name, year, age_s, design.idleShare), texts);
  const check = checkYear(year, age_s, satellite.chipDose_Gy);
  const eclipses = eclipseCalendar(placed.orbit, placed.epoch_d, flight.year);
  const found = { satellite, section: design.section, flight, age_s, year, check, eclipses };
  if (options.out !== undefined) {
    const moment = momentOf(year.design, check.worst, age_s);
    writeTo(options.out, seriesCsv(orbitSeries(year.design, moment, kernels)));
  }
  if (options.json) printJson(documentOf(found, options.size === true));
  else if (options.out !== '-') {
    print(satelliteScreen(documentOf(found, options.size === true), process.stdout.isTTY === true));
  }
}

/** The orbit by the options, in the terms of `kardashev orbit`. */
function flightOf(options: SatelliteOptions) {
  const { altitude, inclination, ltan, raan, year } = options;
  const orbit: Partial<OrbitOptions> = {
    altitude,
    inclination,
    ...(ltan === undefined ? {} : { ltan }),
    ...(raan === undefined ? {} : { raan }),
  };
  const size = sizeOf(orbit as OrbitOptions);
  if (altitude < lowest_m)
    tooLow('--altitude', altitude, 'brings satellites down within hours or days', lowest_m);
  const inclination_rad = inclinationOf(orbit as OrbitOptions, size)!;
  const placed = placeOrbit(orbit as OrbitOptions, size, inclination_rad, year);
  const flight: Flight = {
    altitude_m: size.semiMajorAxis_m - earthRadius_m,
    inclination_rad,
    node_rad: placed.orbit.node_rad,
    year,
  };
  return { flight, placed };
}
