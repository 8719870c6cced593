import { assign } from './assignment.ts';
import { type AxesState, firstState, lnLikelihood, lnSum, stateAfter } from './axes.ts';
import type { Detection } from './detection.ts';
import type { Errors, Mode } from './motion.ts';
import type { Tracking } from './schema.ts';
import { firstSignature, lnSignature, type Signature, signatureAfter } from './signature.ts';

/** An aircraft that is followed. Its estimate is of the moment of its last position. */
interface Track {
  readonly id: number;
  time_s: number;
  latitude_deg: number;
  longitude_deg: number;
  altitude_m: number;
  ground: AxesState;
  height: AxesState;
  signature: Signature;
}

const degree_m = 1e7 / 90;

/**
 * Gives nameless positions to tracks, in the order of their times. Positions of one moment are assigned together
 * (global nearest neighbour), and one goes to a track only where that is more certain than asked for: near others
 * it rather begins anew than spoil a track.
 */
export class Tracker {
  readonly #assumed: Tracking;
  readonly #groundModes: readonly Mode[];
  readonly #heightModes: readonly Mode[];
  readonly #groundErrors: Errors;
  readonly #heightErrors: Errors;
  #live: Track[] = [];
  #count = 0;

  constructor(assumed: Tracking) {
    this.#assumed = assumed;
    this.#groundModes = groundModesOf(assumed);
    this.#heightModes = heightModesOf(assumed);
    this.#groundErrors = {
      position: assumed.positionError_m ** 2,
      velocity: assumed.velocityError_mperS ** 2,
    };
    this.#heightErrors = { position: assumed.altitudeError_m ** 2, velocity: assumed.climbError_mperS ** 2 };
  }

  /** Tracks of the detections of one moment, which must not be before the last one's: their numbers, from 0. */
  scan(detections: readonly Detection[]): number[] {
    const [{ time_s }] = detections as [Detection];
    this.#live = this.#live.filter((track) => time_s - track.time_s <= this.#assumed.longestSilence_s);
    const scores = detections.map((detection) => this.#scoresOf(detection));
    const tracks = [...new Set(scores.flatMap((row) => [...row.keys()]))];
    const columns = assign(
      detections.length,
      tracks.length,
      (row, column) => scores[row]!.get(tracks[column]!) ?? Number.NEGATIVE_INFINITY,
    );
    return detections.map((detection, row) => {
      const track = columns[row]! < 0 ? undefined : tracks[columns[row]!]!;
      if (track === undefined || !this.#certain(scores[row]!, track)) return this.#begin(detection);
      this.#goOn(track, detection);
      return track.id;
    });
  }

  /** How much likelier it is that a detection goes on with a track than that it is new, as logarithms. */
  #scoresOf(detection: Detection): Map<Track, number> {
    const scores = new Map<Track, number>();
    for (const track of this.#live) {
      const dt_s = detection.time_s - track.time_s;
      if (dt_s <= 0) continue;
      const moved = movedFrom(track, detection);
      if (Math.hypot(moved[0], moved[1]) > this.#reach(track, detection, dt_s)) continue;
      scores.set(track, this.#score(track, detection, moved, dt_s));
    }
    return scores;
  }

  /** The speed gate: no aircraft gets further, and no false position either. */
  #reach(track: Track, { east_mperS, north_mperS }: Detection, dt_s: number): number {
    const { speedMargin, slowest_mperS, fastest_mperS, leastReach_m } = this.#assumed;
    const [east, north] = track.ground.velocity as [number, number];
    const told = Math.hypot(east_mperS, north_mperS);
    const speed = Number.isNaN(told)
      ? fastest_mperS
      : Math.min(fastest_mperS, speedMargin * Math.max(slowest_mperS, told, Math.hypot(east, north)));
    return leastReach_m + speed * dt_s;
  }

  #score(track: Track, detection: Detection, moved: readonly [number, number], dt_s: number): number {
    const { newArea_m2, newSpeed_mperS, newHeight_m, newClimb_mperS } = this.#assumed;
    const { silencePower, silenceTime_s } = this.#assumed;
    const velocity = [detection.east_mperS, detection.north_mperS];
    let score = lnLikelihood(track.ground, this.#groundModes, this.#groundErrors, dt_s, { moved, velocity });
    score += Math.log(newArea_m2);
    if (!velocity.some(Number.isNaN)) score += 2 * Math.log(2 * newSpeed_mperS);
    const climbed = detection.altitude_m - track.altitude_m;
    if (!Number.isNaN(climbed)) {
      const measured = { moved: [climbed], velocity: [detection.climb_mperS] };
      score += lnLikelihood(track.height, this.#heightModes, this.#heightErrors, dt_s, measured);
      score += Math.log(newHeight_m);
      if (!Number.isNaN(detection.climb_mperS)) score += Math.log(2 * newClimb_mperS);
    }
    score -= silencePower * Math.log1p(dt_s / silenceTime_s);
    return score + lnSignature(track.signature, detection, dt_s);
  }

  #certain(scores: ReadonlyMap<Track, number>, track: Track): boolean {
    // 0 is the logarithm of the odds of being new.
    const all = lnSum([0, ...scores.values()]);
    return Math.exp(scores.get(track)! - all) >= this.#assumed.certainty;
  }

  #begin(detection: Detection): number {
    const { speedSpread_mperS, climbSpread_mperS } = this.#assumed;
    const { time_s, latitude_deg, longitude_deg, altitude_m, east_mperS, north_mperS, climb_mperS } =
      detection;
    const track: Track = {
      id: this.#count++,
      time_s,
      latitude_deg,
      longitude_deg,
      altitude_m,
      ground: firstState([east_mperS, north_mperS], this.#groundErrors, speedSpread_mperS),
      height: firstState([climb_mperS], this.#heightErrors, climbSpread_mperS),
      signature: firstSignature(detection),
    };
    this.#live.push(track);
    return track.id;
  }

  #goOn(track: Track, detection: Detection): void {
    const dt_s = detection.time_s - track.time_s;
    const ground = stateAfter(track.ground, this.#groundModes, this.#groundErrors, dt_s, {
      moved: movedFrom(track, detection),
      velocity: [detection.east_mperS, detection.north_mperS],
    });
    const [east_m, north_m] = ground.moved as [number, number];
    const across_m = degree_m * Math.cos((track.latitude_deg * Math.PI) / 180);
    track.latitude_deg += north_m / degree_m;
    track.longitude_deg += east_m / across_m;
    track.ground = ground.state;
    this.#climb(track, detection, dt_s);
    track.signature = signatureAfter(track.signature, detection);
    track.time_s = detection.time_s;
  }

  #climb(track: Track, { altitude_m, climb_mperS }: Detection, dt_s: number): void {
    const measured = { moved: [altitude_m - track.altitude_m], velocity: [climb_mperS] };
    if (Number.isNaN(altitude_m)) return;
    if (Number.isNaN(track.altitude_m)) {
      track.altitude_m = altitude_m;
      track.height = firstState([climb_mperS], this.#heightErrors, this.#assumed.climbSpread_mperS);
      return;
    }
    const { state, moved } = stateAfter(track.height, this.#heightModes, this.#heightErrors, dt_s, measured);
    track.altitude_m += moved[0]!;
    track.height = state;
  }
}

/** East and north of a track's last estimate, in metres. */
function movedFrom(track: Track, { latitude_deg, longitude_deg }: Detection): readonly [number, number] {
  const turned = longitude_deg - track.longitude_deg;
  const east_deg = turned - 360 * Math.round(turned / 360);
  const across_m = degree_m * Math.cos((track.latitude_deg * Math.PI) / 180);
  return [east_deg * across_m, (latitude_deg - track.latitude_deg) * degree_m];
}

function groundModesOf(assumed: Tracking): Mode[] {
  const { straightTime_s, turningTime_s, circlingTime_s, straightShare, turningShare } = assumed;
  const spread_mperS = assumed.speedSpread_mperS;
  return [
    { forgetting_s: straightTime_s, spread_mperS, share: straightShare },
    { forgetting_s: turningTime_s, spread_mperS, share: turningShare },
    { forgetting_s: circlingTime_s, spread_mperS, share: 1 - straightShare - turningShare },
  ];
}

function heightModesOf({ levelTime_s, climbTime_s, climbSpread_mperS }: Tracking): Mode[] {
  return [
    { forgetting_s: levelTime_s, spread_mperS: climbSpread_mperS, share: 0.5 },
    { forgetting_s: climbTime_s, spread_mperS: climbSpread_mperS, share: 0.5 },
  ];
}
