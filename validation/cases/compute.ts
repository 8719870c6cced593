import { acceleratorInterval_s, bestGoodput } from '@kardashev/model/compute/goodput.ts';
import { allowedDraw_W } from '@kardashev/model/compute/throttle.ts';
import { trainingRun_FLOP } from '@kardashev/model/compute/transformer.ts';
import { bench, smallParams, staff } from '@kardashev/model/testing/compute.ts';
import { secondsPerDay, secondsPerYear } from '@kardashev/model/time/calendar.ts';
import type { Case } from '../case.ts';
import { servingCases } from './compute-serving.ts';
import { trainingCases } from './compute-training.ts';
import { wideAreaCases } from './compute-wide-area.ts';
import { figure, within } from './figures.ts';

/** Interruptions of the Llama 3 run. */
const llamaRun = { accelerators: 16_384, duration_s: 54 * secondsPerDay, interruptions: 419 };
const interval_s = acceleratorInterval_s(llamaRun.accelerators, llamaRun.duration_s, llamaRun.interruptions);
const deepseek = { activeParameters: 37e9 };

/** One host in the room's own step, with the four factors of another calculator set on it. */
function deliveredShare(model: number, demand: number, power: number, failures: number): number {
  const works = [{ share: model, gang: 1, kept: 1, bitsDown: 0, flopPerToken: 1 }];
  const section = { failureInterval_s: 1, restart_s: -Math.log(failures) };
  const room = bench(smallParams({ hosts: 1, months: 1, works, section }));
  staff(room, 0, 1, 1000);
  const useful = model * failures * (room.now.inService[0] as number) * 1e15;
  room.before.demand_FLOPperS[0] = demand * useful;
  room.step();
  room.now.powerToCompute_W[0] = 1e6 * (0.25 + 0.75 * demand * power);
  room.step();
  return (room.out.useful_FLOP[0] as number) / (room.out.installed_FLOP[0] as number);
}

export const computeCases: readonly Case[] = [
  {
    id: 'C1',
    title: 'Interruptions of the Llama 3 405B run',
    room: 'compute',
    kind: 'identity',
    source: 'Llama 3 paper',
    figures: [
      figure(
        'time between interruptions',
        'h',
        3.09,
        within(0.005),
        () => interval_s / llamaRun.accelerators / 3600,
      ),
      figure('GPU-years per interruption', 'yr', 5.8, within(0.05), () => interval_s / secondsPerYear),
    ],
  },
  {
    id: 'C1p',
    title: 'Effective training time of the Llama 3 405B run',
    room: 'compute',
    kind: 'prediction',
    source: 'Llama 3 paper: higher than 90 %',
    figures: [
      figure('effective time, with the best checkpoint interval', '', 0.95, within(0.05), () => {
        const checkpoint_s = (14 * 405e9) / 2e12;
        return bestGoodput(llamaRun.accelerators / interval_s, 300, checkpoint_s);
      }),
    ],
    remark:
      'Published as a bound only, so anything from 90 to 100 % meets it. Restart in 5 minutes is assumed.',
  },
  {
    id: 'C2',
    title: 'DeepSeek-V3: 180 K GPU-hours on 2,048 H800',
    room: 'compute',
    kind: 'identity',
    source: 'DeepSeek-V3 technical report',
    figures: [
      figure('days for 1 T tokens', 'd', 3.66, within(0.005), () => {
        const rate_FLOPperS = trainingRun_FLOP(deepseek, 1e12) / (180e3 * 3600);
        return trainingRun_FLOP(deepseek, 1e12) / (2048 * rate_FLOPperS) / secondsPerDay;
      }),
    ],
  },
  {
    id: 'C7',
    title: 'Draw allowed by a junction limit',
    room: 'compute',
    kind: 'identity',
    source: 'NTU twin',
    figures: [
      figure('85 °C, coolant 60 °C, 0.06 K/W', 'W', 416.7, within(0.05), () =>
        allowedDraw_W(358.15, 333.15, 0.06),
      ),
    ],
  },
  {
    id: 'K6',
    title: 'Share of installed work delivered, spacedc-mdao',
    room: 'compute',
    kind: 'identity',
    source: 'jman4162/spacedc-mdao, run',
    figures: [
      figure('0.55 × 0.75 × 0.81795 × 0.85', '', 0.2868, within(5e-5), () =>
        deliveredShare(0.55, 0.75, 0.81795, 0.85),
      ),
    ],
    remark: "Its factors as model share, demand, power and failures in the room's own step.",
  },
  ...trainingCases,
  ...wideAreaCases,
  ...servingCases,
];
