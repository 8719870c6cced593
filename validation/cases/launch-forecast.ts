import type { RecordedLaunch } from '../../packages/model/src/transport/history/log.ts';
import { compare, rollingOrigins } from '../../packages/model/src/transport/history/origins.ts';
import type { Case, Figure } from '../case.ts';
import { GCAT, recordEnd } from './launch-source.ts';
import { once } from './once.ts';

/** Rolling origins 2017–2022, one and two years ahead: eleven forecasts, none of which knew what came. */
export function forecastCase(launches: () => readonly RecordedLaunch[]): Case {
  const scores = once(() => compare(rollingOrigins(launches(), recordEnd, 1))!);
  const against = (name: 'linear' | 'exponential' | 'logistic', title: string): Figure => ({
    name: `CRPS as a share of the ${title}'s`,
    unit: '',
    // 0 is a forecast that is always right and sure, 1 is no better than the baseline.
    expected: 0,
    tolerance: { absolute: 0.99 },
    obtained: () => scores().crps / scores().baselines[name]!.crps,
  });
  return {
    id: 'LF',
    title: 'Yearly launches forecast from what was known, 2017–2022, one and two years ahead',
    room: 'transport',
    kind: 'prediction',
    source: `${GCAT}; rolling origins`,
    remark:
      'Eleven forecasts that overlap are few, and the model was chosen among some by them; docs/calibration.md has them all. A share of 0 is a forecast that is always right, 1 one as good as the baseline.',
    figures: [
      {
        name: 'held between P10 and P90',
        unit: '',
        expected: 0.8,
        tolerance: { absolute: 0.1 },
        obtained: () => scores().coverage,
      },
      against('linear', 'straight line'),
      against('exponential', 'exponential'),
      against('logistic', 'logistic curve'),
    ],
  };
}
