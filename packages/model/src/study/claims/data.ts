import { beltsOf, daylight } from '../../data/belts.ts';
import { timeToAnswer_s, waitQuantile_s } from '../../data/every-pixel.ts';
import { dataSchema } from '../../data/schema.ts';
import { viewOf } from '../../plan/view.ts';
import { formatNumber } from '../../units/format.ts';
import type { Reading } from '../reading.ts';
import type { Claim } from './claim.ts';

/** Share of questions that the claim must answer in time. */
const quantile = 0.95;
/** Side of the scene that a question is about, in imager swaths. */
const sceneSwaths = 1;

/** Imagers of every shell in the plan's last month, with the shell they fly on. */
function gazesOf(reading: Reading) {
  const { satellites } = viewOf(reading.plan, 'data', dataSchema);
  return reading.hosts.flatMap((host) => {
    if (!host.shell) return [];
    const design = satellites.find((satellite) => satellite.name === host.satellite);
    const units = reading.end(reading.row('inService', host.name));
    return [{ host, shell: host.shell, imagers: units * (design?.imagerShare ?? 0) }];
  });
}

/** Round trip to a satellite that looks, weighted by imagers. */
function meanRoundTrip_s(reading: Reading, gazes: ReturnType<typeof gazesOf>, imagers: number): number {
  const weighted = gazes.map(
    (gaze) => gaze.imagers * reading.end(reading.row('roundTrip_s', gaze.host.name)),
  );
  return weighted.reduce((sum, value) => sum + value, 0) / imagers;
}

export const dataClaims: readonly Claim[] = [
  {
    id: 'every-pixel',
    said: 'Every pixel, every signal, in real time',
    quantity: 'time from any point on Earth to an answer, 95 %',
    unit: 's',
    claimed: 60,
    holds: 'at most',
    find: (reading) => {
      const { section } = viewOf(reading.plan, 'data', dataSchema);
      const gazes = gazesOf(reading);
      const imagers = gazes.reduce((sum, gaze) => sum + gaze.imagers, 0);
      if (imagers === 0) return { undecided: 'No satellite of the plan carries an imager at its end.' };
      const wait_s = waitQuantile_s(beltsOf(gazes, section), daylight(section.leastSun_rad), quantile);
      const capacity = reading.end(reading.total('sensingCapacity_FLOPperS', 'orbit'));
      const pixels = ((sceneSwaths * section.swath_m) / section.groundSample_m) ** 2;
      const answer_s = timeToAnswer_s(wait_s, {
        scene_bit: pixels * section.pixel_bit,
        work_FLOPperbit: section.work_FLOPperbit,
        processor_FLOPperS: capacity / Math.max(1, reading.end(reading.total('inService', 'orbit'))),
        roundTrip_s: meanRoundTrip_s(reading, gazes, imagers),
      });
      return {
        computed: answer_s,
        instead: Number.isFinite(answer_s)
          ? `${formatNumber(imagers)} imagers; ${formatNumber(wait_s / 3600)} hours of it are the wait for light, a gap in the clouds and a satellite overhead.`
          : `${formatNumber(imagers)} imagers, and more than 5 % of the Earth is never seen: the shells do not pass over it.`,
      };
    },
  },
];
