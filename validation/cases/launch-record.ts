import { mean, median, variation } from '../../packages/kernels/src/numeric/statistics.ts';
import { rowsOf } from '../../packages/model/src/evidence/csv.ts';
import { KeyedRandom } from '../../packages/model/src/random/philox.ts';
import { newYear } from '../../packages/model/src/transport/history/day.ts';
import { fatesOf, survivalAt } from '../../packages/model/src/transport/history/decay.ts';
import { gammaDraw } from '../../packages/model/src/transport/history/draws.ts';
import { padGaps } from '../../packages/model/src/transport/history/gaps.ts';
import { type RecordedLaunch, readLog } from '../../packages/model/src/transport/history/log.ts';
import { fitGamma } from '../../packages/model/src/transport/history/pad-fit.ts';
import type { Case } from '../case.ts';
import kept from '../kept/launch-record.json' with { type: 'json' };
import { forecastCase } from './launch-forecast.ts';
import { learningCase, turnaroundsOf } from './launch-learning.ts';
import { GCAT } from './launch-source.ts';
import { once } from './once.ts';

/** The records that these cases need, as text. They are not part of the project. */
export interface LaunchRecord {
  readonly launches: string;
  readonly turnarounds: string;
  readonly decays: string;
}
export const recordFiles: { readonly [K in keyof LaunchRecord]: string } = {
  launches: 'launches/falcon9-to-2023.csv',
  turnarounds: 'launches/falcon9-turnaround-to-2023.csv',
  decays: 'launches/starlink-launch-decay-counts.csv',
};
const census = '2025-06-21';

/** A figure's name among those kept. */
export const keyOf = ({ id }: Pick<Case, 'id'>, name: string): string => `${id} ${name}`;

/** Cases on what flew: the estimators that the catalogue's values were derived with. The record is read when needed. */
export function launchRecordCases(record: () => LaunchRecord): readonly Case[] {
  const read = once(() => launchesOf(record().launches));
  const turnarounds = once(() => turnaroundsOf(record().turnarounds));
  return [
    {
      id: 'L1',
      title: 'Falcon 9 launches a year',
      room: 'transport',
      kind: 'identity',
      source: GCAT,
      figures: [
        [2018, 20],
        [2019, 11],
        [2020, 25.5],
        [2021, 31],
        [2022, 60],
        [2023, 91],
      ].map(([year, expected]) => ({
        name: String(year),
        unit: '',
        expected: expected!,
        tolerance: { absolute: year === 2020 ? 0.5 : 0 },
        obtained: () =>
          rowsOf(record().launches).filter((row) => row.launch_date?.startsWith(`${year}-`)).length,
      })),
    },
    {
      id: 'L2',
      title: 'Booster turnaround',
      room: 'transport',
      kind: 'identity',
      source: GCAT,
      remark: 'The record has whole days; the expected figures kept the hours.',
      figures: [
        [2021, 62.6, 94.3],
        [2022, 61.1, 75.0],
        [2023, 49.1, 55.8],
      ].flatMap(([year, middle, centre]) => {
        const days = (): number[] =>
          turnarounds()
            .filter((entry) => entry.year === year)
            .map((entry) => entry.days);
        return [
          {
            name: `median ${year}`,
            unit: 'd',
            expected: middle!,
            tolerance: { absolute: 1 },
            obtained: () => median(days()),
          },
          {
            name: `mean ${year}`,
            unit: 'd',
            expected: centre!,
            tolerance: { absolute: 0.5 },
            obtained: () => mean(days()),
          },
        ];
      }),
    },
    learningCase(read, turnarounds),
    {
      id: 'L4',
      title: 'Gaps between launches from one pad are far from Poisson',
      room: 'transport',
      kind: 'identity',
      source: GCAT,
      remark: 'Simulated: 2,000 gaps of the Gamma distribution that is fitted to the pad by likelihood.',
      figures: (
        [
          ['LC39A', 2022, 0.56],
          ['LC40', 2022, 0.37],
          ['SLC4E', 2022, 0.46],
          ['LC40', 2023, 0.34],
          ['SLC4E', 2023, 0.22],
        ] as const
      ).flatMap(([pad, year, expected]) => {
        const gaps = (): number[] => padGaps(read(), pad, newYear(year), newYear(year + 1) - 1);
        return [
          {
            name: `${pad} ${year}`,
            unit: '',
            expected,
            tolerance: { absolute: 0.01 },
            obtained: () => variation(gaps()),
          },
          {
            name: `${pad} ${year}, simulated`,
            unit: '',
            expected,
            tolerance: { absolute: 0.1 },
            obtained: () => simulatedVariation(fitGamma(gaps()).shape.p50),
          },
        ];
      }),
    },
    survivalCase(record),
    forecastCase(read),
  ];
}

function launchesOf(csv: string): readonly RecordedLaunch[] {
  const log = readLog(csv, recordFiles.launches);
  if (!log.ok) throw new Error(log.faults[0]?.message);
  return log.value.launches;
}

function simulatedVariation(shape: number): number {
  const random = new KeyedRandom(1, 'validation/pads');
  return variation(Array.from({ length: 2000 }, (_, gap) => gammaDraw(shape, random, gap, 0)));
}

function survivalCase(record: () => LaunchRecord): Case {
  const fates = once(() => fatesOf(record().decays, census));
  return {
    id: 'L10',
    title: 'Starlink survival by age',
    room: 'transport',
    kind: 'identity',
    source: 'public satellite catalogue, launches and decays to 2025-06-21',
    remark: 'Kaplan–Meier of the record. Years four and five are mostly deliberate retirement.',
    figures: [
      ...[0.975, 0.936, 0.892, 0.749, 0.492].map((expected, index) => ({
        name: `still in orbit at ${index + 1} y`,
        unit: '',
        expected,
        tolerance: { absolute: 0.01 },
        obtained: () => survivalAt(fates(), (index + 1) * 365.25),
      })),
      {
        name: 'gone within 120 d',
        unit: '%',
        expected: 0.96,
        tolerance: { absolute: 0.05 },
        obtained: () => (1 - survivalAt(fates(), 120)) * 100,
      },
    ],
  };
}

/**
 * The cases with the figures that were obtained where the record lay. The record is no part of the project; a test
 * holds these figures against it wherever it is.
 */
export const keptLaunchRecordCases: readonly Case[] = launchRecordCases(() => {
  throw new Error('kept figures need no record');
}).map((subject) => ({
  ...subject,
  remark: [subject.remark, 'Obtained from the record, and kept.'].filter(Boolean).join(' '),
  figures: subject.figures.map((figure) => ({
    ...figure,
    obtained: () => (kept as Record<string, number>)[keyOf(subject, figure.name)] ?? Number.NaN,
  })),
}));
