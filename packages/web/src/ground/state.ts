import { signal } from '@preact/signals';

/** An event on the ground that has a place, for whoever draws an Earth. Degrees, as places on the ground are here. */
export interface GroundEvent {
  readonly event: string;
  readonly longitude_deg: number;
  readonly latitude_deg: number;
  /** How far from there it is felt strongly; 0 where that is not known. */
  readonly radius_km: number;
  /** Probability that it is so. */
  readonly confidence: number;
}

/** The events of the moment on show in the view of the ground; empty until that view has been opened. */
export const groundEvents = signal<readonly GroundEvent[]>([]);
