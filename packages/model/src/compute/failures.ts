import { junctionFactor } from './goodput.ts';
import type { ComputeSection } from './schema.ts';

/**
 * Interruptions of a job per accelerator on a host whose hottest junction is `junction_K`, by wear and by rays, which
 * corrupt one accelerator at `corruption_perS`.
 */
export function interruption_perS(
  section: ComputeSection,
  corruption_perS: number,
  junction_K: number,
): number {
  const heat = junctionFactor(junction_K, section.failureJunction_K, section.failureDoubling_K);
  const failures = heat / section.failureInterval_s;
  return (failures + section.corruptionHarm * corruption_perS) * section.interruptionReach;
}

/** Mean time that one interruption costs: a silent corruption is noticed late. */
export function restartMean_s(section: ComputeSection, corruption_perS: number, junction_K: number): number {
  const heat = junctionFactor(junction_K, section.failureJunction_K, section.failureDoubling_K);
  const failures = heat / section.failureInterval_s;
  const corruptions = section.corruptionHarm * corruption_perS;
  const late = corruptions > 0 ? corruptions / (failures + corruptions) : 0;
  return section.restart_s + late * section.corruptionDetection_s;
}

/**
 * Junction at which chips age: the hottest that full load would give, but never above the limit, since power is
 * held back there. Still the hottest of planes, orbit and ages, as the observed interval is of a fleet's hottest too.
 */
export function ageingJunction_K(worst_K: number, limit_K: number): number {
  return Math.min(worst_K, limit_K);
}
