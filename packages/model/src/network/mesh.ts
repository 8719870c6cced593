import { lightSpeed_mperS } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { meanHopsToDrain, meanLineHops, meanRingHops } from './hops.ts';
import { alongChord_m } from './line-of-sight.ts';

/**
 * Laser mesh of one shell as a torus of rows (across planes) and columns (along planes). `grid` links direct
 * neighbours. `folded` links every f-th satellite along the plane, and the rows go round the planes f times, so
 * that a shell of few long planes becomes as square, and its ways as short, as the longest link allows.
 */
export interface Mesh {
  /** Tori without links to one another: with dawn-dusk nodes the 06:00 and 18:00 sides pass in opposite sense. */
  readonly parts: number;
  /** Planes of one part. */
  readonly planes: number;
  /** Satellites of a plane when the shell is full. */
  readonly perPlane: number;
  readonly full: number;
  readonly topology: Topology;
  readonly radius_m: number;
  readonly longestLink_m: number;
  /** Mean length of a link to a neighbouring plane at the same slot. */
  readonly cross_m: number;
}
export type Topology = 'grid' | 'folded';

/** The mesh of a shell. `radius_m` is that of its orbits, `longestLink_m` bounds every link. */
export function meshOf(shell: Shell, topology: Topology, radius_m: number, longestLink_m: number): Mesh {
  const parts = shell.nodes === 'dawn-dusk' && shell.planes > 1 ? 2 : 1;
  const planes = shell.planes / parts;
  return {
    parts,
    planes,
    perPlane: shell.perPlane,
    full: shell.planes * shell.perPlane,
    topology,
    radius_m,
    longestLink_m,
    cross_m: Math.min(longestLink_m, meanCross_m(shell, radius_m)),
  };
}

/**
 * Mean chord between equal slots of neighbouring planes: satellites 2 r⊥ sin(ΔΩ/2) apart, r⊥ being the
 * distance from the axis. Planes of one side of dawn-dusk lie over one another: their chord is the slot's.
 */
function meanCross_m(shell: Shell, radius_m: number): number {
  if (shell.planes === 1 || shell.nodes === 'dawn-dusk') return alongChord_m(radius_m, shell.perPlane, 1);
  const steps = 180;
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const latitudeSine = Math.sin(shell.inclination_rad) * Math.sin((Math.PI * (step + 0.5)) / steps);
    sum += 2 * radius_m * Math.sqrt(1 - latitudeSine * latitudeSine) * Math.sin(Math.PI / shell.planes);
  }
  return sum / steps;
}

/** What the meshes look like with the satellites in service: one row a host. Columns of the room's state. */
export interface MeshState {
  readonly [column: string]: Float64Array;
  readonly rows: Float64Array;
  readonly columns: Float64Array;
  readonly along_m: Float64Array;
  /** Mean hops of one exchange, by axis. */
  readonly exchangeRows: Float64Array;
  readonly exchangeColumns: Float64Array;
  /** Mean hops from a satellite to the nearest drain. */
  readonly toDrain: Float64Array;
}

export function meshState(hosts: number): MeshState {
  return {
    rows: new Float64Array(hosts),
    columns: new Float64Array(hosts),
    along_m: new Float64Array(hosts),
    exchangeRows: new Float64Array(hosts),
    exchangeColumns: new Float64Array(hosts),
    toDrain: new Float64Array(hosts),
  };
}

/** Lays out a mesh into row `host` of the state. Planes fill evenly; sizes are real between whole ones. */
export function layOut(
  mesh: Mesh,
  units: number,
  span: number,
  cell: number,
  state: MeshState,
  host: number,
): void {
  const columns = Math.max(1, units / (mesh.planes * mesh.parts));
  const spacing_m = alongChord_m(mesh.radius_m, Math.max(columns, 2), 1);
  const reachable = Math.max(1, Math.floor(mesh.longestLink_m / spacing_m));
  const wanted = mesh.topology === 'folded' ? Math.max(1, Math.round(Math.sqrt(columns / mesh.planes))) : 1;
  const fold = Math.min(wanted, reachable);
  const rows = mesh.planes * fold;
  state.rows[host] = rows;
  state.columns[host] = columns / fold;
  state.along_m[host] = alongChord_m(mesh.radius_m, Math.max(columns, 2 * fold), fold);
  state.toDrain[host] = meanHopsToDrain(cell, rows);
  layOutExchange(state, host, Math.max(1, Math.min(span, units)));
}

/** An exchange of `span` units takes the squarest patch of the torus; a patch as long as the torus wraps. */
function layOutExchange(state: MeshState, host: number, span: number): void {
  const allRows = state.rows[host] as number;
  const allColumns = state.columns[host] as number;
  const columns = Math.min(allColumns, span / Math.min(allRows, Math.sqrt(span)));
  const rows = Math.min(allRows, span / columns);
  state.exchangeRows[host] = rows >= allRows ? meanRingHops(allRows) : meanLineHops(Math.max(1, rows));
  state.exchangeColumns[host] =
    columns >= allColumns ? meanRingHops(allColumns) : meanLineHops(Math.max(1, columns));
}

/**
 * Point-to-point rate of one satellite when all send at once over mean hops by axis: half of the terminals serve
 * each axis, every hop takes a link for itself, and the axis that fills first binds.
 */
export function pointToPoint_bps(
  terminals: number,
  rowRate_bps: number,
  columnRate_bps: number,
  rowHops: number,
  columnHops: number,
): number {
  const byRows = rowHops > 0 ? ((terminals / 2) * rowRate_bps) / rowHops : Infinity;
  const byColumns = columnHops > 0 ? ((terminals / 2) * columnRate_bps) / columnHops : Infinity;
  const best = Math.min(byRows, byColumns);
  return Number.isFinite(best) ? best : 0;
}

/** Mean one-way time to the nearest drain: hops half across planes and half along, `switching_s` each. */
export function drainDelay_s(mesh: Mesh, state: MeshState, host: number, switching_s: number): number {
  const hop_m = (mesh.cross_m + (state.along_m[host] as number)) / 2;
  return (state.toDrain[host] as number) * (hop_m / lightSpeed_mperS + switching_s);
}
