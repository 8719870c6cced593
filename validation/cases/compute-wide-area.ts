import { rateFor_bps, utilisation, type WideArea } from '@kardashev/model/compute/wide-area/exchange.ts';
import type { Case } from '../case.ts';
import { figure, relative, within } from './figures.ts';

/** Published rates are points of a grid, four decades in 49 steps: the first at which the share is reached. */
const gridStep = 10 ** (4 / 49);
const onGrid = (rate: number): number =>
  gridStep ** Math.ceil(Math.log(rate / 0.1) / Math.log(gridStep) - 1e-9) * 0.1;
/** One step of the grid either way of the point that is printed with one decimal. */
const withinStep = (expected: number) => {
  const points = Array.from({ length: 51 }, (_, index) => 0.1 * gridStep ** index);
  const point = points.reduce((best, one) =>
    Math.abs(one - expected) < Math.abs(best - expected) ? one : best,
  );
  return within(Math.abs(point * gridStep - expected) + 1e-6);
};

const model = { parameters: 10e9, step_s: 0.8 };
const every = 100;
const wanted = [0.5, 0.8, 0.9, 0.95, 0.99] as const;

/** 48 layers; streaming in fragments of three. */
const half = { bitsPerParameter: 16, overlapSteps: 0, pieces: 48 };
const streamed = { ...half, every: 100, fragments: 16, pieces: Infinity };
const methods: readonly (readonly [string, WideArea, readonly number[]])[] = [
  ['data parallel', { ...half, every: 1, fragments: 1 }, [104.8, 222.3, 222.3, 268.3, 471.5]],
  ['DiLoCo', { ...half, every, fragments: 1 }, [1.7, 7.5, 16.0, 33.9, 104.8]],
  ['streaming', streamed, [1.7, 5.2, 9.1, 13.3, 19.3]],
  ['with overlap', { ...streamed, overlapSteps: 1 }, [1.7, 3.6, 5.2, 6.2, 7.5]],
  ['in 4 bits', { ...streamed, overlapSteps: 1, bitsPerParameter: 4 }, [0.4, 0.9, 1.4, 1.4, 1.7]],
];

/** INTELLECT-1, of 42 layers: 38 minutes of steps, then an exchange that took so long in the median. */
const outer_s = 38 * 60;
const exchanges = [
  ['United States', 103, 0.957],
  ['over the Atlantic', 382, 0.856],
  ['three continents', 469, 0.83],
] as const;
const intellect: WideArea = { ...half, every, fragments: 1, bitsPerParameter: 8, pieces: 42 };

export const wideAreaCases: readonly Case[] = [
  {
    id: 'C3',
    title: 'Rate between two islands for a share of time spent computing',
    room: 'compute',
    kind: 'prediction',
    source: 'Streaming DiLoCo, table 4: 10 B parameters, step 0.8 s, exchange every 100 steps',
    figures: methods.flatMap(([name, method, rates]) =>
      wanted.map((share, index) =>
        figure(`${name}, ${100 * share} %`, 'Gbit/s', rates[index]!, withinStep(rates[index]!), () =>
          onGrid(rateFor_bps(method, model.step_s, model.parameters, share) / 1e9),
        ),
      ),
    ),
    remark:
      'Published as points of a grid about 20 % apart; one step of it either way is allowed. Each exchange hides behind the way back of its step, with overlap behind one step more.',
  },
  {
    id: 'C4',
    title: 'INTELLECT-1 over continents',
    room: 'compute',
    kind: 'prediction',
    source: 'INTELLECT-1 technical report: 10 B parameters, exchange every 100 steps in 8 bits',
    figures: [
      ...exchanges.map(([name, exchange_s, share]) =>
        figure(`time spent computing, ${name}`, '', share, relative(0.02), () =>
          utilisation(intellect, outer_s / every, exchange_s),
        ),
      ),
      figure('traffic of data parallel in 32 bits over its own', '', 400, within(0.5), () => {
        const { every: steps, bitsPerParameter } = intellect;
        return (steps * 32) / bitsPerParameter;
      }),
    ],
    remark: 'Its exchange did not overlap with computing; the model lets it hide behind one way back, 15 s.',
  },
];
