import { assumptionsOf } from '../../packages/model/src/data/assumptions.ts';
import { readPostTimes } from '../../packages/model/src/data/fuse/post-times.ts';
import { readQuakeTable } from '../../packages/model/src/data/fuse/quake-table.ts';
import { fusionSchema } from '../../packages/model/src/data/fuse/schema.ts';
import type { Towns } from '../../packages/model/src/data/fuse/towns.ts';
import { dataSchema } from '../../packages/model/src/data/schema.ts';
import { taskingSchema } from '../../packages/model/src/data/task/schema.ts';
import { simulateSeason } from '../../packages/model/src/data/task/worth-sending.ts';
import { unixTime_s } from '../../packages/model/src/data/wire/globe.ts';
import { isSetAside } from '../../packages/model/src/data/wire/observation.ts';
import { expectValue, houseCatalogue } from '../../packages/model/testing/house.ts';
import type { Case, Figure } from '../case.ts';
import { type OverlayOutcome, overlays, type RecordedBurst } from '../data/overlays.ts';
import kept from '../kept/data-fusion.json' with { type: 'json' };

/** What these cases read, and where people live. The records are no part of the project. */
export interface FusionRecord {
  /** A recorded file's text, by its path below the folder of records. */
  read(file: string): string;
  towns(): Towns;
}

/** The recorded bursts: file, when the event was, and whether it was a quake. Times of quakes are the USGS's. */
const recorded = [
  ['posts/t26-2012_Costa_Rica_earthquake-times.csv', '2012-09-05T14:42:08Z', true],
  ['posts/t26-2012_Guatemala_earthquake-times.csv', '2012-11-07T16:35:47Z', true],
  ['posts/t26-2013_Glasgow_helicopter_crash-times.csv', '2013-11-29T22:22:00Z', false],
  ['posts/t26-2013_Russia_meteor-times.csv', '2013-02-15T03:20:30Z', false],
  ['posts/t26-2013_West_Texas_explosion-times.csv', '2013-04-18T00:50:38Z', false],
] as const;
const quakesFile = 'quakes/usgs-m55-2008-2016.csv';
export const recordedFiles: readonly string[] = [...recorded.map(([file]) => file), quakesFile];

export const keyOf = ({ id }: Pick<Case, 'id'>, name: string): string => `${id} ${name}`;

const count = 1000;
const countWithout = 300;
const rules = { publishDelay_s: 300, felt: true, decoyWithin_s: 1800 };

/** Overlays with a quake and two decoys each, and such of bursts that no quake is behind. */
function played(record: FusionRecord): { quakes: OverlayOutcome[]; others: OverlayOutcome[] } {
  const catalogue = houseCatalogue();
  const fusion = expectValue(assumptionsOf('fusion', fusionSchema, catalogue));
  const towns = record.towns();
  const bursts: RecordedBurst[] = recorded.map(([file, at, quake]) => ({
    posts_s: readPostTimes(record.read(file))?.times_s ?? [],
    origin_s: unixTime_s(at) as number,
    quake,
  }));
  const table = readQuakeTable(record.read(quakesFile), { source: 'usgs' }, (origin_s) => origin_s);
  const quakes = 'readings' in table ? table.readings.flatMap((one) => (isSetAside(one) ? [] : [one])) : [];
  const run = (many: number, without: number, decoys: number) =>
    overlays(many, 2026, bursts, quakes, towns, fusion, { ...rules, without, decoys });
  return { quakes: run(count, 0, 2), others: run(countWithout, 1, 0) };
}

/** Mean gap between what was said and how often it was so, over tenths of confidence. */
function calibrationError(outcomes: readonly OverlayOutcome[]): number {
  const bins = Array.from({ length: 10 }, () => ({ said: 0, so: 0 }));
  let all = 0;
  for (const { last, right } of outcomes) {
    if (!last || last.latitude_deg === null) continue;
    const bin = bins[Math.min(9, Math.floor(last.confidence * 10))]!;
    bin.said += last.confidence;
    bin.so += Number(right);
    all++;
  }
  return bins.reduce((sum, { said, so }) => sum + Math.abs(said - so), 0) / Math.max(1, all);
}

const shareOf = (outcomes: readonly OverlayOutcome[], holds: (one: OverlayOutcome) => boolean): number =>
  outcomes.filter(holds).length / outcomes.length;

/** A share that must be this at least. */
const atLeast = (name: string, least: number, obtained: () => number): Figure => ({
  name,
  unit: '',
  expected: 1,
  tolerance: { absolute: 1 - least },
  obtained,
});

/** Cases on posts fused with a catalogue, and on confidence. The records are played when a figure is needed. */
export function fusionCases(record: FusionRecord): readonly Case[] {
  let outcomes: ReturnType<typeof played> | undefined;
  const of = () => {
    outcomes ??= played(record);
    return outcomes;
  };
  return [
    {
      id: 'D2',
      title: `Quake alerts from posts and a catalogue: ${count} overlays with two decoys within half an hour, ${countWithout} bursts without a quake`,
      room: 'data',
      kind: 'prediction',
      source: 'CrisisLexT26 bursts on the USGS catalogue; to reach: 97 %, EMSC (Steed et al. 2019)',
      figures: [
        atLeast('told first without a place', 1, () =>
          shareOf(of().quakes, ({ first }) => first?.latitude_deg === null),
        ),
        atLeast('right quake within 30 s of its publication', 0.97, () =>
          shareOf(of().quakes, ({ wait_s }) => wait_s !== undefined && wait_s <= 30),
        ),
        atLeast('right quake at the end', 0.97, () => shareOf(of().quakes, ({ right }) => right)),
        atLeast('bursts without a quake get no place', 0.97, () =>
          shareOf(of().others, ({ right }) => right),
        ),
      ],
      remark:
        'Quakes are drawn by how likely they are felt. At the end fewer are right than at first: where a decoy begins between the quake and the burst, post times alone cannot tell the two apart, the likelier is held, and the confidence says so. To let go of what was attached first on clear evidence only (three times likelier) is no help: 94 % of 1,000 are then right at the end, as decoys are held too. Two streams are all that lags are known from.',
    },
    {
      id: 'D10',
      title: 'Confidence means what it says, over the overlays of D2',
      room: 'data',
      kind: 'prediction',
      source: 'expected calibration error over ten bins, to reach: 0.05',
      figures: [
        {
          name: 'expected calibration error of alerts with a place',
          unit: '',
          expected: 0,
          tolerance: { absolute: 0.05 },
          obtained: () => calibrationError([...of().quakes, ...of().others]),
        },
      ],
    },
  ];
}

/** The same cases with figures as they were obtained where the records lie. */
const keptFusionCases: readonly Case[] = fusionCases({
  read: () => '',
  towns: () => {
    throw new Error('kept figures need no record');
  },
}).map((subject) => ({
  ...subject,
  remark: [subject.remark, 'Obtained from the records, and kept.'].filter(Boolean).join(' '),
  figures: subject.figures.map((figure) => ({
    ...figure,
    obtained: () => (kept as Record<string, number>)[keyOf(subject, figure.name)] ?? Number.NaN,
  })),
}));

function season() {
  const catalogue = houseCatalogue();
  const tasking = expectValue(assumptionsOf('tasking', taskingSchema, catalogue));
  const sectionOnly = { section: dataSchema.section, collections: {} };
  const { cloud } = expectValue(assumptionsOf('data', sectionOnly, catalogue));
  return simulateSeason(100_000, 11, cloud, tasking);
}

/** What throwing away every cloudy frame and no other would gain at 67 % cloud. */
const perfect = 1 / (1 - 0.67);

const worthCase: Case = {
  id: 'D11',
  title: 'What is worth sending down: a simulation with published rates of cloud and of a filter that flew',
  room: 'data',
  kind: 'prediction',
  source: 'Kodan (ASPLOS 2023): value density 1.89–1.97 of bent pipe; cloud 67 %; CloudScout on PhiSat-1',
  figures: [
    {
      // A perfect filter reaches 1/(1 − 0.67); to reach are the 1.89 of Kodan.
      name: 'value density over bent pipe',
      unit: '',
      expected: perfect,
      tolerance: { absolute: perfect - 1.89 },
      obtained: () => season().gain,
    },
    {
      name: 'useful frames lost',
      unit: '',
      expected: 0,
      tolerance: { absolute: 0.01 },
      obtained: () => season().usefulLost,
    },
  ],
  remark:
    'Simulated: frames and scores are drawn, and useful means not cloudy. It says what published rates amount to, not what a camera saw.',
};

export const dataFusionCases: readonly Case[] = [...keptFusionCases, worthCase];
