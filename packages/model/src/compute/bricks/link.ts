import type { ComputeSection } from '../schema.ts';

type Lasers = Pick<
  ComputeSection,
  'laserLinks' | 'beamRate_bps' | 'beamsMost' | 'beamAperture_m' | 'beamWavelength_m' | 'beamReach_m'
>;

/** Distance πa²/λ up to which a beam as wide as the telescope stays collimated. */
export function confocal_m({ beamAperture_m, beamWavelength_m }: Lasers): number {
  return (Math.PI * (beamAperture_m / 2) ** 2) / beamWavelength_m;
}

/**
 * Rate between two neighbours over a distance. Nearer than the confocal distance the telescope is shared by narrower
 * beams side by side, as many as the distance is shorter; beyond their reach light thins with the distance squared.
 */
export function beamLink_bps(lasers: Lasers, distance_m: number): number {
  const beams = Math.max(1, Math.min(lasers.beamsMost, Math.floor(confocal_m(lasers) / distance_m)));
  const thinned = Math.min(1, (lasers.beamReach_m / distance_m) ** 2);
  return lasers.beamRate_bps * beams * thinned;
}

/** What one module can send to all of its neighbours together. */
export function moduleLinks_bps(lasers: Lasers, distance_m: number): number {
  return lasers.laserLinks * beamLink_bps(lasers, distance_m);
}
