import type { OrbitStep } from '@kardashev/model/energy/worst-orbit.ts';
import { csv } from '../layout.ts';

/** A revolution as CSV, one row a step, from noon. */
export function seriesCsv(steps: readonly OrbitStep[]): string {
  const head = [
    'time_s',
    'sunlit',
    'array_W',
    'chips_W',
    'battery_Wh',
    'coolant_K',
    'radiator_K',
    'junction_K',
  ];
  const rows = steps.map((step) => [
    round(step.time_s, 1),
    round(step.sunlit, 4),
    round(step.array_W, 1),
    round(step.chips_W, 1),
    round(step.battery_J / 3600, 1),
    round(step.coolant_K, 2),
    round(step.radiator_K, 2),
    round(step.junction_K, 2),
  ]);
  return csv([head, ...rows]);
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));
