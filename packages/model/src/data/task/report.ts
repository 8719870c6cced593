import { degrees } from '../../sky/angle.ts';
import type { GroundPlace } from '../../sky/passes.ts';
import { groundSpeed_mperS } from '../../sky/track.ts';
import { instantText } from '../../time/scales.ts';
import { clearShare } from '../imager.ts';
import { afterLook } from './answer.ts';
import { type Chain, chainOf } from './chain.ts';
import type { Look } from './looks.ts';
import type { Tasking } from './schema.ts';
import { stationWait_s } from './station-wait.ts';
import { onOrbit, rawBits, type Scene, sentRaw, type Way, workOf } from './ways-down.ts';

/** One look as it is told to people and programs. A way is null where no station comes into view in time. */
export interface PassReport {
  readonly satellite: string;
  readonly name: string;
  readonly look_utc: string;
  readonly elevation_deg: number;
  readonly offNadir_deg: number;
  readonly slant_km: number;
  readonly altitude_km: number;
  readonly daylight: boolean;
  readonly sunElevation_deg: number;
  /** Chance that no cloud hides the place: a climatology. */
  readonly clear: number;
  readonly elementsAge_d: number;
  readonly onOrbit: Way | null;
  readonly raw: Way | null;
  /** When the answer has updated the event, understood on orbit; null where nothing comes down. */
  readonly known_utc: string | null;
  readonly chain: Chain | null;
  /** Probability of the event after a look that shows it, and after a clear one that does not. */
  readonly after: { readonly seen: number; readonly notSeen: number };
  /** For the scheduler of the satellite's chips. */
  readonly job: { readonly id: string; readonly work_FLOP: number; readonly notBefore_utc: string };
  /** For the network. */
  readonly transfer: { readonly product_bit: number; readonly raw_bit: number };
}

/** What all passes over one event have in common. */
export interface Tasked {
  readonly place: GroundPlace;
  readonly imager: Scene['imager'] & { readonly swath_m: number; readonly leastSun_rad: number };
  readonly tasking: Tasking;
  readonly at_d: number;
  readonly stations: readonly GroundPlace[];
  readonly side_m: number;
  readonly lasers: boolean;
  readonly probability: number;
}

/** A look with both ways down, and the chain from the event to knowing. */
export function reportPass(look: Look, tasked: Tasked): PassReport {
  const { satellite, look_d, sight } = look;
  const { imager, tasking, at_d } = tasked;
  const wait_s = stationWait_s(satellite, look_d, tasked.stations, tasking.leastElevation_rad);
  const scene: Scene = {
    imager,
    side_m: tasked.side_m,
    look_s: (tasked.side_m / groundSpeed_mperS(sight.altitude_m)) * strips(tasked),
    stationWait_s: wait_s,
    lasers: tasked.lasers,
  };
  const [processed, raw] = [onOrbit(scene, tasking), sentRaw(scene, tasking)].map(reached);
  const look_s = (look_d - at_d) * 86_400;
  const chain = processed ? chainOf(tasking.order_s, look_s, processed.latency_s, tasking.decide_s) : null;
  const after = (answer: 'seen' | 'not-seen') => afterLook(tasked.probability, answer, tasking);
  const id = `${satellite.set.catalogueNumber}/${instantText(look_d)}`;
  return {
    satellite: satellite.set.catalogueNumber,
    name: satellite.set.name,
    look_utc: instantText(look_d),
    elevation_deg: rounded(degrees(sight.elevation_rad), 2),
    offNadir_deg: rounded(degrees(sight.offNadir_rad), 2),
    slant_km: rounded(sight.slant_m / 1e3, 1),
    altitude_km: rounded(sight.altitude_m / 1e3, 1),
    daylight: look.sunElevation_rad >= imager.leastSun_rad,
    sunElevation_deg: rounded(degrees(look.sunElevation_rad), 2),
    clear: rounded(clearShare(imager), 4),
    elementsAge_d: rounded(look_d - satellite.set.epoch_d, 2),
    onOrbit: processed ?? null,
    raw: raw ?? null,
    known_utc: chain ? instantText(at_d + chain.know_s / 86_400) : null,
    chain,
    after: { seen: after('seen'), notSeen: after('not-seen') },
    job: { id, work_FLOP: workOf(scene), notBefore_utc: instantText(look_d) },
    transfer: { product_bit: processed ? processed.bytes * 8 : 0, raw_bit: rawBits(scene) },
  };
}

/** Strips that one pass must lay side by side for the square. */
const strips = ({ side_m, imager }: Tasked): number => Math.ceil(side_m / imager.swath_m);

const reached = (way: Way): Way | undefined => (Number.isFinite(way.latency_s) ? way : undefined);

const rounded = (value: number, digits: number): number => Number(value.toFixed(digits));
