import {
  fatesOf,
  fitWright,
  launchesOf,
  mean,
  median,
  padGaps,
  survivalAt,
  turnaroundsOf,
  variation,
} from '../../packages/model/src/transport/history.ts';
import type { Case } from '../case.ts';

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
const GCAT = 'GCAT, Jonathan McDowell, planet4589.org, CC BY 4.0';

/** Cases on what flew: the same estimators that the catalogue's values were derived with. */
export function launchRecordCases(record: LaunchRecord): readonly Case[] {
  const launches = launchesOf(record.launches);
  const turnarounds = turnaroundsOf(record.turnarounds);
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
        obtained: () => launches.filter((launch) => launch.year === year).length,
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
          turnarounds.filter((entry) => entry.year === year).map((entry) => entry.days);
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
    learningCase(record),
    {
      id: 'L4',
      title: 'Gaps between launches from one pad are far from Poisson',
      room: 'transport',
      kind: 'identity',
      source: GCAT,
      figures: (
        [
          ['LC39A', 2022, 0.56],
          ['LC40', 2022, 0.37],
          ['SLC4E', 2022, 0.46],
          ['LC40', 2023, 0.34],
          ['SLC4E', 2023, 0.22],
        ] as const
      ).map(([pad, year, expected]) => ({
        name: `${pad} ${year}`,
        unit: '',
        expected,
        tolerance: { absolute: 0.01 },
        obtained: () => variation(padGaps(launches, pad, [year])),
      })),
    },
    survivalCase(record),
  ];
}

function learningCase(record: LaunchRecord): Case {
  const days = launchesOf(record.launches).map((launch) => launch.day);
  const turnarounds = turnaroundsOf(record.turnarounds).toSorted((a, b) => a.day - b.day);
  const lengths = turnarounds.map((entry) => entry.days);
  const byLaunch = fitWright(
    turnarounds.map((entry) => days.filter((day) => day <= entry.day).length),
    lengths,
  );
  const byReflight = fitWright(
    lengths.map((_, index) => index + 1),
    lengths,
  );
  return {
    id: 'L3',
    title: 'Booster turnaround learns',
    room: 'transport',
    kind: 'identity',
    source: GCAT,
    remark: 'Boosters still waiting at the end of the record are left out, as in the expected figures.',
    figures: [
      {
        name: 'fall per doubling of launches',
        unit: '%',
        expected: 36,
        tolerance: { absolute: 2 },
        obtained: () => byLaunch.learning * 100,
      },
      {
        name: 'fall per doubling of reflights',
        unit: '%',
        expected: 22,
        tolerance: { absolute: 1 },
        obtained: () => byReflight.learning * 100,
      },
      {
        name: 'R² over launches',
        unit: '',
        expected: 0.3,
        tolerance: { absolute: 0.05 },
        obtained: () => byLaunch.r2,
      },
    ],
  };
}

function survivalCase(record: LaunchRecord): Case {
  const fates = fatesOf(record.decays, census);
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
        obtained: () => survivalAt(fates, (index + 1) * 365.25),
      })),
      {
        name: 'gone within 120 d',
        unit: '%',
        expected: 0.96,
        tolerance: { absolute: 0.05 },
        obtained: () => (1 - survivalAt(fates, 120)) * 100,
      },
    ],
  };
}
