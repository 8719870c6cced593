/**
 * What passes between rooms in a day of the fleet, minute by minute: columns of planes and of satellites. Each
 * column has one writer, named below, and many readers. Satellites of a plane stand next to each other, planes in
 * the order of their shells.
 */

/** One row a plane: satellites that share orbit, design, age and chips. Laid out once by the engine. */
export interface DayPlanes {
  /** Satellites of plane p are `first[p]` to `first[p + 1]`, excluded. */
  readonly first: Int32Array;
  /** Index of the plane's shell. */
  readonly shell: Int32Array;
  /** Planes that lasers join to one another have the same number; ways between two such parts lead over the ground. */
  readonly part: Int32Array;
  readonly radius_m: Float64Array;
  readonly inclination_rad: Float64Array;
  readonly node_rad: Float64Array;
  /** How fast the argument of latitude grows. */
  readonly rate_radperS: Float64Array;
  readonly age_s: Float64Array;
  /** Memory of one satellite that work may fill, and its accelerators that still live. */
  readonly memory_B: Float64Array;
  readonly accelerators: Float64Array;
  /** Model FLOP/s of one satellite at full power, by workload: row = workload · planes + plane. */
  readonly rate_FLOPperS: Float64Array;
  /** Draw at full load, of idle chips, and of everything else, at the consumer. */
  readonly load_W: Float64Array;
  readonly idle_W: Float64Array;
  readonly housekeeping_W: Float64Array;
}

/** Where planes stand to the Sun. Written by energy, anew whenever the Sun or the nodes have moved on. */
export interface DaySun {
  /** Argument of latitude of the point opposite the Sun. */
  readonly midnight_rad: Float64Array;
  /** Half of the arc in shadow; 0 where there is none. */
  readonly shadow_rad: Float64Array;
}

/** One row a satellite. */
export interface DaySatellites {
  /** Argument of latitude when the day begins: laid out by the engine. */
  readonly phase_rad: Float64Array;
  /** 0 while a satellite is out of service after a failure. Written by the engine from drawn failures. */
  readonly healthy: Uint8Array;
  /** Energy: share of full load that can be had in the coming minute, by power and by heat. */
  readonly offerPower: Float32Array;
  readonly offerHeat: Float32Array;
  /** Energy: time for which full load can be held from now on, with the Sun ahead and the charge. */
  readonly ahead_s: Float32Array;
  /** Energy: charge beyond what housekeeping needs until the Sun is back, and how far the junction is below its limit. */
  readonly margin_J: Float32Array;
  readonly margin_K: Float32Array;
  /** Compute: the job whose part the satellite does; −1 for none. */
  readonly job: Int32Array;
  /** Compute: share of full load that is asked for in the coming minute. */
  readonly ask: Float32Array;
  /** Energy, after the kernel: what of full pace the chips could keep, and what of full load power and heat held back. */
  readonly pace: Float32Array;
  readonly heldPower: Float32Array;
  readonly heldHeat: Float32Array;
}

/** What the network says of ways between planes, in force for a minute. */
export interface DayPaths {
  /** Time to move bits from a satellite to another, `share` of a revolution apart in one plane or between two planes. */
  move_s(bits: number, from: number, to: number, share: number): number;
  /** Books the move, so that later ones find less free. */
  book(bits: number, from: number, to: number, share: number): void;
  /** Load over capacity of the links of a plane's satellites, in the last minute. */
  load(plane: number): number;
}

export function daySatellites(count: number): DaySatellites {
  return {
    phase_rad: new Float64Array(count),
    healthy: new Uint8Array(count).fill(1),
    offerPower: new Float32Array(count),
    offerHeat: new Float32Array(count),
    ahead_s: new Float32Array(count),
    margin_J: new Float32Array(count),
    margin_K: new Float32Array(count),
    job: new Int32Array(count).fill(-1),
    ask: new Float32Array(count),
    pace: new Float32Array(count),
    heldPower: new Float32Array(count),
    heldHeat: new Float32Array(count),
  };
}

export function dayPlanes(first: Int32Array, workloads: number): DayPlanes {
  const count = first.length - 1;
  const zeros = () => new Float64Array(count);
  return {
    first,
    shell: new Int32Array(count),
    part: new Int32Array(count),
    radius_m: zeros(),
    inclination_rad: zeros(),
    node_rad: zeros(),
    rate_radperS: zeros(),
    age_s: zeros(),
    memory_B: zeros(),
    accelerators: zeros(),
    rate_FLOPperS: new Float64Array(workloads * count),
    load_W: zeros(),
    idle_W: zeros(),
    housekeeping_W: zeros(),
  };
}
