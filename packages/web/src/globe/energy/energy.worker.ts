import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { betaOf_rad } from '@kardashev/model/energy/axes.ts';
import { coefficientsOf, type OrbitDesign } from '@kardashev/model/energy/design.ts';
import { type OrbitStep, orbitSeries } from '@kardashev/model/energy/worst-orbit.ts';
import {
  coldest_K,
  type Design,
  hottest_K,
  orbitSteps,
  type Question,
  type Response,
  type ShellCase,
  type Sky,
  shadeRows,
} from './messages.ts';

/** The energy model itself, away from the thread that draws: one satellite, or a shell's from all sides. */
self.onmessage = ({ data: { id, question } }: MessageEvent<{ id: number; question: Question }>) => {
  const answer =
    question.kind === 'orbit' ? orbit(question.design, question.sky) : question.shells.map(response);
  self.postMessage({ id, answer });
};

const kernels = { fleet: referenceFleet };

function orbit(design: Design, sky: Sky): readonly OrbitStep[] {
  const numbers = design as OrbitDesign;
  return orbitSeries(numbers, { ...sky, junctionLimit_K: numbers.junctionLimit_K }, kernels);
}

function response({ design, flux_Wperm2, age_s }: ShellCase): Response {
  const texels = new Uint8Array(shadeRows * orbitSteps * 4);
  const meanShare = new Float32Array(shadeRows);
  const { radius_m, powerToCompute_W } = design as OrbitDesign;
  for (let row = 0; row < shadeRows; row++) {
    const beta_rad = betaOf_rad(radius_m!, (2 * row) / (shadeRows - 1) - 1);
    const { capacity_J } = coefficientsOf(design as OrbitDesign, age_s, flux_Wperm2, beta_rad);
    const steps = orbit(design, { beta_rad, flux_Wperm2, age_s });
    steps.forEach((step, column) => {
      const share = step.chips_W / powerToCompute_W!;
      meanShare[row]! += share / steps.length;
      texels.set(
        [
          byte(share),
          byte(capacity_J > 0 ? step.battery_J / capacity_J : 0),
          byte((step.junction_K - coldest_K) / (hottest_K - coldest_K)),
          byte(step.sunlit),
        ],
        (row * orbitSteps + column) * 4,
      );
    });
  }
  return { texels, meanShare };
}

function byte(share: number): number {
  return Math.round(255 * Math.min(1, Math.max(0, share)));
}
