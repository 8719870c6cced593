import { arrayPower_W, left, rateOf_perS } from '@kardashev/model/energy/array.ts';
import { corruption_perS, doseRate_GyperS } from '@kardashev/model/energy/dose.ts';
import { meteoroidsPerYear_perm2 } from '@kardashev/model/energy/meteoroids.ts';
import { equilibrium_K } from '@kardashev/model/energy/radiator.ts';
import { radians } from '@kardashev/model/sky/angle.ts';
import { solarConstant_Wperm2 } from '@kardashev/model/sky/constants.ts';
import { eclipseShare } from '@kardashev/model/sky/eclipse.ts';
import { houseSatellite } from '@kardashev/model/testing/satellite.ts';
import type { Case } from '../case.ts';
import { figure, relative, within } from './figures.ts';
import { radius_m } from './radiators.ts';

const year_s = 365.25 * 86_400;
/** Catalogue defaults: V2 mini says nothing of its own about dose, ageing or what radiators weigh. */
const { satellite: usual, section: doses } = houseSatellite('v2-mini');
const suncatcher_perS = (): number => corruption_perS((150 * 0.01) / year_s, usual.corruptionDose_Gy);
const ai1 = { arrayArea_m2: 605, cellEfficiency: 0.25, packing: 0.95, arrayPointing: 1, stringEfficiency: 1 };
const ai1Bus_W = (sunlit: number): number => arrayPower_W(ai1, solarConstant_Wperm2, 0.85) * 0.95 * sunlit;

const fireSat = {
  arrayArea_m2: 1,
  cellEfficiency: 202 / solarConstant_Wperm2,
  packing: 0.77,
  arrayPointing: Math.cos(radians(23.5)),
  stringEfficiency: 1,
};

/** Arrays, dose, meteoroids. */
export const energyCases: readonly Case[] = [
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
  {
    id: 'P3',
    title: 'Loss of output of arrays in geostationary orbit',
    room: 'energy',
    kind: 'prediction',
    source: 'Lohmeyer 2018: silicon 0.71 to 1.69 % a year, gallium arsenide 0.44 to 1.03 %',
    figures: [
      figure('silicon', '%/yr', 1.2, within(0.49), () => 100 * (1 - left(usual.arrayAgeing_perS, year_s))),
    ],
    remark:
      "The model's loss with time alone, its default for AI1, which follows from the analysts' factor 0.85 after five years in low orbit and is twice what was measured far out; SMAD's 2.75 to 3.75 % a year in low orbit is higher still. The catalogue keeps Lohmeyer's rates beside it. The dose table ends at 2,000 km.",
  },
  {
    id: 'P4',
    title: 'Silent corruptions of a TPU in orbit',
    room: 'energy',
    kind: 'identity',
    source: 'Suncatcher, arXiv 2511.19468: 150 rad(Si) a year, one silent corruption in 17 rad',
    figures: [
      figure('corruptions', '/yr', 8.82, relative(1e-3), () => suncatcher_perS() * year_s),
      figure(
        'inferences for each, at one a second',
        'M',
        3.58,
        relative(1e-3),
        () => 1e-6 / suncatcher_perS(),
      ),
    ],
  },
  {
    id: 'P4p',
    title: 'Dose behind some 10 mm of aluminium at 650 km, sun-synchronous, by the default table',
    room: 'energy',
    kind: 'prediction',
    source: 'Suncatcher, arXiv 2511.19468: 750 rad(Si) in 5 years behind shielding',
    figures: [
      figure(
        'dose',
        'rad/yr',
        150,
        relative(1),
        () => (doseRate_GyperS(doses, radius_m(650), radians(97.986), 10e-3) * year_s) / 0.01,
      ),
    ],
    remark:
      'The table gives orders of magnitude, so a factor of two is allowed. A plan may replace any of its rows.',
  },
  {
    id: 'P5',
    title: 'Meteoroids of a microgram and more',
    room: 'energy',
    kind: 'identity',
    source: 'Grün et al. 1985, formula',
    figures: [figure('flux', '/m²/yr', 1.488, relative(1e-3), () => meteoroidsPerYear_perm2(1e-9))],
    remark: 'One side of a tumbling plate at one astronomical unit, far from the Earth.',
  },
];
