import { clearShare, type Imager } from '../imager.ts';
import type { Tasking } from './schema.ts';

/** What one way from a picture to an answer costs. */
export interface Way {
  /** From the look until the answer is on the ground. */
  readonly latency_s: number;
  /** What goes down. */
  readonly bytes: number;
  /** Electrical energy of the satellites: looking, read-out, work and sending. */
  readonly energy_J: number;
}

/** The picture that is taken, and what the plan says of the imager. */
export interface Scene {
  readonly imager: Imager & {
    readonly imagerPower_W: number;
    readonly readout_Jperbit: number;
    readonly work_FLOPperbit: number;
  };
  /** Side of the square of ground. */
  readonly side_m: number;
  /** Time that the imager looks. */
  readonly look_s: number;
  /** From the look until a station is in view; undefined where none is soon. */
  readonly stationWait_s: number | undefined;
  /** Whether the satellite has lasers to others, so that it need not wait for a station. */
  readonly lasers: boolean;
}

/** Raw bits of the scene. */
export const rawBits = ({ imager, side_m }: Scene): number =>
  (side_m / imager.groundSample_m) ** 2 * imager.pixel_bit;

/** Work to understand it. */
export const workOf = (scene: Scene): number => rawBits(scene) * scene.imager.work_FLOPperbit;

/** Understood on orbit: work while waiting for the link, then a product, and nothing of a cloudy scene. */
export function onOrbit(scene: Scene, tasking: Tasking): Way {
  const raw_bit = rawBits(scene);
  const work_FLOP = workOf(scene);
  // Of a scene that may be cloudy: the mean of what is sent.
  const product_bit = raw_bit * scene.imager.productShare * clearShare(scene.imager);
  const work_s = work_FLOP / tasking.chips_FLOPperS;
  const sending = cheapestWay(scene, tasking, product_bit, work_s);
  return {
    latency_s: sending.latency_s,
    bytes: Math.ceil(product_bit / 8),
    energy_J: lookEnergy_J(scene, raw_bit) + work_FLOP * tasking.workEnergy_JperFLOP + sending.energy_J,
  };
}

/** Sent down as it was taken, compressed, and understood on the ground. */
export function sentRaw(scene: Scene, tasking: Tasking): Way {
  const raw_bit = rawBits(scene);
  const sent_bit = raw_bit / scene.imager.compression;
  const sending = cheapestWay(scene, tasking, sent_bit, 0);
  return {
    latency_s: sending.latency_s + workOf(scene) / tasking.groundChips_FLOPperS,
    bytes: Math.ceil(sent_bit / 8),
    energy_J: lookEnergy_J(scene, raw_bit) + sending.energy_J,
  };
}

function lookEnergy_J({ imager, look_s }: Scene, raw_bit: number): number {
  return imager.imagerPower_W * look_s + imager.readout_Jperbit * raw_bit;
}

/** Through lasers where there are any and they are sooner, else to the next station. */
function cheapestWay(
  { stationWait_s = Number.POSITIVE_INFINITY, lasers }: Scene,
  tasking: Tasking,
  bits: number,
  ready_s: number,
): { latency_s: number; energy_J: number } {
  const station_s = Math.max(ready_s, stationWait_s) + bits / tasking.downlink_bps;
  const mesh_s = lasers ? ready_s + tasking.meshDelay_s + bits / tasking.mesh_bps : Number.POSITIVE_INFINITY;
  return mesh_s < station_s
    ? { latency_s: mesh_s, energy_J: bits * tasking.meshEnergy_Jperbit }
    : { latency_s: station_s, energy_J: bits * tasking.downlinkEnergy_Jperbit };
}
