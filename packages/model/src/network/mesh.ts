import { lightSpeed_mperS } from '../sky/constants.ts';
import type { Shell } from '../sky/shell.ts';
import { meanLineHops, meanRingHops } from './hops.ts';
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
  /** Mean length of a link to a neighbouring plane at the same slot, when every plane is in use. */
  readonly cross_m: number;
  /** Fewest satellites of a ring whose links pass over the air. */
  readonly ringLeast: number;
  /** Mean distance of neighbours of a formation; 0 for satellites spread along their planes. */
  readonly formation_m: number;
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
    cross_m: meanCross_m(shell, radius_m),
    ringLeast: Math.min(shell.perPlane, Math.ceil(Math.PI / Math.asin(longestLink_m / (2 * radius_m)))),
    formation_m: shell.formation_m ?? 0,
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
  readonly cross_m: Float64Array;
  /** Mean hops of one exchange, by axis. */
  readonly exchangeRows: Float64Array;
  readonly exchangeColumns: Float64Array;
  /** Mean hops of a bit for the ground, by axis. */
  readonly drainRows: Float64Array;
  readonly drainColumns: Float64Array;
}

export function meshState(hosts: number): MeshState {
  return {
    rows: new Float64Array(hosts),
    columns: new Float64Array(hosts),
    along_m: new Float64Array(hosts),
    cross_m: new Float64Array(hosts),
    exchangeRows: new Float64Array(hosts),
    exchangeColumns: new Float64Array(hosts),
    drainRows: new Float64Array(hosts),
    drainColumns: new Float64Array(hosts),
  };
}

/**
 * Lays out a mesh into row `host` of the state. Planes fill evenly once each can close a ring over the air; before
 * that only so many planes are in use, evenly spread, as can. Planes too far apart for a link are rings of their own.
 * Sizes are real between whole ones.
 */
export function layOut(mesh: Mesh, units: number, span: number, state: MeshState, host: number): void {
  if (mesh.formation_m > 0) {
    layOutFormation(mesh, units, span, state, host);
    return;
  }
  const even = units / (mesh.planes * mesh.parts);
  const columns = Math.max(1, even, Math.min(mesh.ringLeast, units / mesh.parts));
  const used = Math.max(1, Math.min(mesh.planes, units / (mesh.parts * columns)));
  // Few planes stand farther apart; those of dawn and dusk lie over one another, however many.
  const apart =
    mesh.parts > 1 ? 1 : Math.sin(Math.PI / Math.max(2, used)) / Math.sin(Math.PI / Math.max(2, mesh.planes));
  const cross_m = mesh.cross_m * apart;
  const linked = cross_m <= mesh.longestLink_m ? used : 1;
  const spacing_m = alongChord_m(mesh.radius_m, Math.max(columns, 2), 1);
  const reachable = Math.max(1, Math.floor(mesh.longestLink_m / spacing_m));
  const wanted = mesh.topology === 'folded' ? Math.max(1, Math.round(Math.sqrt(columns / linked))) : 1;
  const fold = Math.min(wanted, reachable);
  const rows = linked * fold;
  state.rows[host] = rows;
  state.columns[host] = columns / fold;
  state.along_m[host] = alongChord_m(mesh.radius_m, Math.max(columns, 2 * fold, mesh.ringLeast), fold);
  state.cross_m[host] = linked > 1 || mesh.parts > 1 ? cross_m : (state.along_m[host] as number);
  layOutExchange(state, host, Math.max(1, Math.min(span, units)));
}

/** A formation is a square of direct neighbours, as near as they fly. */
function layOutFormation(mesh: Mesh, units: number, span: number, state: MeshState, host: number): void {
  const side = Math.max(1, Math.sqrt(units));
  state.rows[host] = side;
  state.columns[host] = side;
  state.along_m[host] = mesh.formation_m;
  state.cross_m[host] = mesh.formation_m;
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

/** Mean one-way time to where bits leave the mesh, `switching_s` a hop. */
export function drainDelay_s(state: MeshState, host: number, switching_s: number): number {
  const rows = state.drainRows[host] as number;
  const columns = state.drainColumns[host] as number;
  const way_m = rows * (state.cross_m[host] as number) + columns * (state.along_m[host] as number);
  return way_m / lightSpeed_mperS + (rows + columns) * switching_s;
}
