import { expectValue, housePlan } from '@kardashev/model/testing/house.ts';
import { prepareCampaign } from '../../packages/model/src/study/campaign/prepare.ts';
import { carriedEvenly } from '../../packages/model/src/transport/debris/capacity.ts';
import { crashClock_s, type Population } from '../../packages/model/src/transport/debris/crash-clock.ts';
import {
  jointSection_m2,
  layerVolume_m3,
  meetings_perS,
  meetingsOfOne_perS,
  mixedSpeed_mperS,
} from '../../packages/model/src/transport/debris/encounter.ts';
import { binOf, tracked2022 } from '../../packages/model/src/transport/debris/tracked.ts';
import type { Case } from '../case.ts';

const year_s = 365.25 * 86_400;
/** Mean areas that the cases assume: intact objects, fragments of 10 cm, Starlink with its array. */
const [intact_m2, fragment_m2, starlink_m2] = [10, 0.064, 20];

/** Starlink in orbit on 21 June 2025, from the public catalogue; shells at 525 to 570 km, in two bins of the model. */
const starlink2025 = 7721;

const sky2018: Population[] = [
  { counts: tracked2022.before2019.intact, area_m2: intact_m2 },
  { counts: tracked2022.before2019.fragments, area_m2: fragment_m2 },
];

const sky2025: Population[] = [
  { counts: tracked2022.intact, area_m2: intact_m2 },
  { counts: tracked2022.fragments, area_m2: fragment_m2 },
  {
    counts: tracked2022.intact.map((_, bin) =>
      bin === binOf(525e3) || bin === binOf(575e3) ? starlink2025 / 2 : 0,
    ),
    area_m2: starlink_m2,
  },
];

const scaling = (count: number, area_m2: number): number =>
  meetings_perS(count, 1e19, jointSection_m2(area_m2, area_m2), 1e4);

/** Manoeuvres of one satellite a year at 550 km with the radius of the catalogue. */
function manoeuvresAYear(radius_m: number): number {
  const bins = [binOf(525e3), binOf(575e3)];
  const others = bins.reduce((sum, bin) => sum + tracked2022.intact[bin]! + tracked2022.fragments[bin]!, 0);
  const volume_m3 = layerVolume_m3({ altitude_m: 550e3, thickness_m: 100e3 });
  return meetingsOfOne_perS(others, volume_m3, Math.PI * radius_m ** 2, mixedSpeed_mperS(550e3)) * year_s;
}

/** Satellites of 223 kg and 1.7 m², as small ones were when the figure was computed; one in 14 stays as a derelict. */
const small = {
  area_m2: 1.741,
  mass_kg: 223,
  inclination_rad: (53 * Math.PI) / 180,
  derelict_perS: 0.07 / (5 * year_s),
};

/** Satellites in millions that layers from 200 km to each height carry, filled evenly: the most of them. */
function carried_M(): number {
  const { section } = expectValue(prepareCampaign(housePlan('base/company'))).view;
  const upTo = (to_m: number): number =>
    carriedEvenly({ from_m: 200e3, to_m, loss_perS: 0.07 / year_s, years: 200 }, small, section);
  return Math.max(...[450e3, 550e3, 650e3, 900e3].map(upTo)) / 1e6;
}

export const debrisCases: readonly Case[] = [
  {
    id: 'L11',
    title: 'Encounters scale as N² · A: ½ n² σ v V',
    room: 'transport',
    kind: 'identity',
    source: 'kinetic gas',
    figures: [
      {
        name: 'ten times the satellites',
        unit: '',
        expected: 100,
        tolerance: { relative: 1e-12 },
        obtained: () => scaling(1e5, 360) / scaling(1e4, 360),
      },
      {
        name: 'ten times the area',
        unit: '',
        expected: 10,
        tolerance: { relative: 1e-12 },
        obtained: () => scaling(1e4, 360) / scaling(1e4, 36),
      },
    ],
  },
  {
    id: 'L11',
    title: 'The CRASH clock, from 2018 to 2025',
    room: 'transport',
    kind: 'prediction',
    source: 'preprint on the CRASH clock, two versions: from 121 to 2.8 days, and from 164 to 5.5',
    remark:
      'Populations by bins of 50 km from the catalogue of August 2022: for 2018 what had a number by then and is still up, for 2025 all of it and the Starlink satellites of June 2025. The ratio goes nearly with the mean area assumed for these, 20 m²: 10 m² gives 23, 40 m² gives 82, so that being met proves little. The clocks themselves, 1,010 and 24 days, are four to nine times too slow: bins of 50 km thin out shells that are a few km thick, and what has come down since 2018 is missing.',
    figures: [
      {
        name: 'fall of the clock',
        unit: '×',
        expected: 36.5,
        tolerance: { absolute: 6.7 },
        obtained: () => crashClock_s(sky2018) / crashClock_s(sky2025),
      },
    ],
  },
  {
    id: 'L15',
    title: 'How many satellites the region from 200 to 900 km carries',
    room: 'transport',
    kind: 'prediction',
    source: 'MOCAT-3, a source–sink model: 12.6 million at 7 % failures',
    remark:
      'Missed. Ours is a lower bound: layers filled evenly from an empty sky up to 450, 550, 650 or 900 km, kept up for 200 years, too full when a layer loses 7 % a year to collisions; the most is carried up to 550 km, for above drag clears nothing away and all of 200 to 900 km filled evenly carries 0.24 million. The published figure spreads satellites over the layers as an optimum, and its parameters are not all at hand; what 7 % is taken of, we had to guess. Satellites are of 223 kg and 1.7 m² (assumed, by us). The same rules carry some 6,000 of 2 t and 360 m² over the whole region.',
    figures: [
      {
        name: 'satellites',
        unit: 'million',
        expected: 12.6,
        tolerance: { relative: 0.2 },
        obtained: carried_M,
      },
    ],
  },
  {
    id: 'L14',
    title: 'Avoidance manoeuvres of Starlink',
    room: 'transport',
    kind: 'identity',
    source: '144,404 manoeuvres from December 2024 to May 2025, by some 7,200 satellites',
    remark:
      'The radius of avoidance in the catalogue was derived from this figure: it says nothing of the model.',
    figures: [
      {
        name: 'manoeuvres a satellite and year',
        unit: '',
        expected: 40.1,
        tolerance: { relative: 0.05 },
        obtained: () => manoeuvresAYear(1230),
      },
    ],
  },
];
