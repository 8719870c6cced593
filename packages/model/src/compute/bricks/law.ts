import { bestClusterSize, clusterRate_FLOPperS, type Job, type Pods } from '../cluster.ts';
import type { RigSection } from '../machine/load.ts';
import type { Machine } from '../machine/machine.ts';
import { podTrainingShare } from '../training.ts';
import type { Transformer } from '../transformer.ts';
import { moduleLinks_bps } from './link.ts';

/** How modules hang together. */
export type Joint = 'docked' | 'formation' | 'spread';

const lightSpeed_mperS = 299_792_458;

/** Most modules that can hang together so. */
export function mostJoined(section: RigSection, joint: Joint): number {
  return { docked: section.dockMost, formation: section.formationMost, spread: Infinity }[joint];
}

/** One module as training over many of them sees it. */
export function modulesOf(model: Transformer, machine: Machine, section: RigSection, joint: Joint): Pods {
  const { system } = machine;
  const accelerators = section.brickAccelerators;
  const share = podTrainingShare(model, system, system.peak16_FLOPperS, section.tensorWidth);
  const distance_m = { docked: 0, formation: section.formationStep_m, spread: section.fleetStep_m }[joint];
  const links_bps = joint === 'docked' ? section.dockRate_bps : moduleLinks_bps(section, distance_m);
  return {
    available: mostJoined(section, joint),
    rate_FLOPperS: accelerators * system.peak16_FLOPperS * share,
    memory_B: accelerators * system.memory_B * section.usableMemory,
    link_bps: links_bps,
    hop_s: section.hopDelay_s + distance_m / lightSpeed_mperS,
    interruption_perS: (accelerators * section.interruptionReach) / section.failureInterval_s,
    restart_s: section.restart_s,
    checkpoint_BperS: accelerators * section.checkpointRate_BperS,
  };
}

/** The announced law: as many times one module's work as there are modules, whatever joins them. */
export function law_FLOPperS(modules: Pods, mass_kg: number, section: RigSection): number {
  return (mass_kg / section.brickMass_kg) * modules.rate_FLOPperS;
}

/** Training that one job gets out of a mass in orbit: the best cluster of at most so many modules. 0 while none holds it. */
export function delivered_FLOPperS(job: Job, modules: Pods, mass_kg: number, section: RigSection): number {
  const pods = { ...modules, available: Math.min(modules.available, mass_kg / section.brickMass_kg) };
  const n = bestClusterSize(job, pods);
  return n === 0 ? 0 : clusterRate_FLOPperS(job, pods, n);
}

/**
 * Mass at which one job gets less than `share` of what the law says; the least at which it runs where it never gets
 * that much. NaN where it never runs.
 */
export function departure_kg(job: Job, modules: Pods, section: RigSection, share: number): number {
  const perDecade = 50;
  let runs = false;
  for (let step = 0; step <= 8 * perDecade; step++) {
    const mass_kg = section.brickMass_kg * 10 ** (step / perDecade);
    const delivered = delivered_FLOPperS(job, modules, mass_kg, section);
    runs ||= delivered > 0;
    if (runs && delivered < share * law_FLOPperS(modules, mass_kg, section)) return mass_kg;
  }
  return runs ? Infinity : Number.NaN;
}
