import { number, share } from '../../plan/attribute.ts';
import { satelliteAreas } from '../../plan/shared.ts';

/** What the sky asks of the plan: how satellites dodge, break up and come down, and when a shell is full. */
export const debrisRows = {
  section: {
    shellThickness_m: number('Height over which the satellites of a shell are spread.', { min: 1 }),
    avoidanceRadius_m: number(
      'Distance of passing within which a satellite manoeuvres, as a radius of a kinetic gas.',
      { min: 0 },
    ),
    avoidanceFailure: share('Share of collisions with tracked objects that manoeuvres do not avert.'),
    avoidanceFailureOwn: share('The same among active satellites, which know of each other.'),
    disposalFailure: share(
      'Share of satellites that stay as derelicts when they leave service, failed or retired.',
    ),
    lethalPerTracked: number('Objects too small to track that kill a satellite, over tracked fragments.', {
      min: 0,
    }),
    vulnerableShare: share(
      "Share of a satellite's area where a fragment kills or breaks it; elsewhere it leaves a hole.",
    ),
    fragmentSize_m: number('Smallest fragment that counts as tracked.', { min: 0.001 }),
    fragmentMass_kg: number('Mean mass of tracked fragments.', { min: 0 }),
    fragmentAreaToMass_m2perkg: number('Their mean area across the way over mass.', { min: 0 }),
    derelictMass_kg: number('Mean mass of derelicts of others: upper stages and old payloads.', { min: 0 }),
    derelictArea_m2: number('Their mean area, over all directions.', { min: 0 }),
    dragCoefficient: number('Drag coefficient of whatever falls.', { min: 0 }),
    solarFluxLow: number('Solar radio flux at 10.7 cm in quiet years, in solar flux units.', { min: 60 }),
    solarFluxHigh: number('The same at the maximum.', { min: 60 }),
    solarCycle_s: number('From one minimum of solar activity to the next.', { min: 1 }),
    usableLoss_perS: number(
      'Loss of active satellites to collisions above which a shell is no longer usable.',
      { min: 0 },
    ),
    usableManoeuvres_perS: number('Manoeuvres of one satellite above which a shell is no longer usable.', {
      min: 0,
    }),
  },
  satellites: satelliteAreas,
} as const;
