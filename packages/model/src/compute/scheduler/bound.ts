import { type Program, ProgramBuilder } from '@kardashev/kernels/numeric/program.ts';
import type { DayPlanes } from '../../flows/day.ts';
import { interactive, type Jobs, sensing } from './jobs.ts';

/**
 * What planes could give in each slot of a day, whatever is asked of them: one row a plane and slot, plane · slots +
 * slot. Energies are at array and battery.
 */
export interface Supply {
  readonly slots: number;
  readonly slot_s: number;
  /** Longest step of the kernel: a step across the shadow's edge may use the array for its dark part too. */
  readonly step_s: number;
  readonly array_J: Float64Array;
  readonly housekeeping_J: Float64Array;
  readonly sunlit_s: Float64Array;
  /** How often satellites cross the shadow's edge. */
  readonly crossings: Float64Array;
  /** Satellite-seconds in service. */
  readonly service_s: Float64Array;
  /** By plane, for one satellite: loads in sunlight and in shadow, charge that may be used, and how it is charged. */
  readonly load_W: Float64Array;
  readonly dark_W: Float64Array;
  readonly usable_J: Float64Array;
  readonly charge_W: Float64Array;
  readonly discharge_W: Float64Array;
  readonly roundTrip: Float64Array;
  readonly shadow_rad: Float64Array;
  /** Charge at the begin of the day, all satellites of the plane. */
  readonly stored_J: Float64Array;
}

/** Up to so many jobs keep their times to the slot; more are joined by the hour. */
const mostApart = 300;
/** Widths of shadow by which planes are told apart, in radians. */
const shadowStep_rad = 0.15;

/** Planes that stand together in the program. */
interface PlaneClass {
  readonly planes: number[];
  /** Work of a satellite over that on the fastest plane, at most. */
  speed: number;
}

/** Jobs that stand together: what is left of them, in slots of the fastest satellite, and how many work at most. */
interface JobClass {
  readonly from: number;
  readonly to: number;
  readonly perSlot_FLOP: number;
  need: number;
  most: number;
}

export interface BoundProgram {
  /** Minimises the negative of the work, in units of `unit_FLOP`. */
  readonly program: Program;
  readonly unit_FLOP: number;
  readonly classes: number;
}

/**
 * A linear program whose optimum no scheduler can pass: planes that see the same Sun taken together, with their
 * array's energy by slot as it was, batteries as one, work dealt out in any portions. Left out are all that make
 * scheduling hard: gangs, memory, lasers, failures on the way, idle draw, heat. Each constraint is a sum of what
 * holds for every satellite in the kernel, so the true day is one of the program's points.
 */
export function boundProgram(
  planes: DayPlanes,
  speed: Float64Array,
  jobs: Jobs,
  supply: Supply,
): BoundProgram {
  const builder = new ProgramBuilder();
  const best = bestRates(planes);
  const unit_FLOP = Math.max(...best, 1) * supply.slot_s;
  const classes = planeClasses(planes, speed, supply);
  const work: [number, number][][] = Array.from({ length: supply.slots }, () => []);
  for (const one of classes) addPlanes(builder, one, supply, work);
  for (const one of jobClasses(jobs, best, supply)) addJobs(builder, one, unit_FLOP, work);
  for (const entries of work) if (entries.length > 0) builder.row(-Infinity, 0, entries);
  return { program: builder.build(), unit_FLOP, classes: classes.length };
}

function bestRates({ rate_FLOPperS, shell }: DayPlanes): number[] {
  const count = shell.length;
  return Array.from({ length: rate_FLOPperS.length / count }, (_, work) =>
    rate_FLOPperS.subarray(work * count, (work + 1) * count).reduce((a, b) => Math.max(a, b), 0),
  );
}

function planeClasses(planes: DayPlanes, speed: Float64Array, supply: Supply): PlaneClass[] {
  const found = new Map<string, PlaneClass>();
  const count = planes.shell.length;
  for (let plane = 0; plane < count; plane++) {
    if (planes.first[plane + 1] === planes.first[plane]) continue;
    let fastest = 0;
    for (let at = plane; at < speed.length; at += count) fastest = Math.max(fastest, speed[at]!);
    const shade = Math.ceil(supply.shadow_rad[plane]! / shadowStep_rad);
    const key = `${planes.shell[plane]}/${shade}/${Math.round(10 * fastest)}`;
    const entry = found.get(key) ?? { planes: [], speed: 0 };
    entry.planes.push(plane);
    entry.speed = Math.max(entry.speed, fastest);
    found.set(key, entry);
  }
  return [...found.values()];
}

/** Variables of a class of planes, and its energy, slot by slot. All energies in satellite-slots at full load. */
function addPlanes(
  builder: ProgramBuilder,
  { planes, speed }: PlaneClass,
  supply: Supply,
  work: [number, number][][],
): void {
  const { slots, slot_s, step_s } = supply;
  const sum = (of: (plane: number) => number): number => planes.reduce((all, plane) => all + of(plane), 0);
  // Of one design: the least load makes the most of a joule.
  const full_W = Math.min(...planes.map((plane) => supply.load_W[plane]!));
  const unit_J = full_W * slot_s;
  const at = (column: Float64Array, slot: number) => sum((plane) => column[plane * slots + slot]!);
  const units = at(supply.service_s, 0) / slot_s;
  const perUnit = (of: Float64Array) => Math.max(...planes.map((plane) => of[plane]!));
  const roundTrip = perUnit(supply.roundTrip);
  const full = sum(
    (plane) => ((supply.usable_J[plane]! / unit_J) * supply.service_s[plane * slots]!) / slot_s,
  );
  let before = -1;
  let stored = sum((plane) => supply.stored_J[plane]!) / unit_J;
  for (let slot = 0; slot < slots; slot++) {
    const service_s = Math.max(at(supply.service_s, slot), units);
    const sunlit = at(supply.sunlit_s, slot) / slot_s;
    const dark = Math.max(0, service_s / slot_s - sunlit);
    // A step in which a satellite crosses the edge is lit and dark at once.
    const edge = (at(supply.crossings, slot) * step_s) / slot_s;
    const array = at(supply.array_J, slot) / unit_J;
    const house = Math.min(at(supply.housekeeping_J, slot) / unit_J, array + full);
    const loads = perUnit(supply.load_W) / full_W;
    const inSun = builder.variable(0, loads * (sunlit + edge), false);
    const inShadow = builder.variable(0, (perUnit(supply.dark_W) / full_W) * (dark + edge), false);
    const charged = builder.variable(
      0,
      Math.min(perUnit(supply.charge_W) / full_W, 1e6) * (sunlit + edge),
      false,
    );
    const drawn = builder.variable(
      0,
      Math.min(perUnit(supply.discharge_W) / full_W, 1e6) * (dark + edge),
      false,
    );
    const left = builder.variable(0, Math.max(full, stored), false);
    builder.row(-Infinity, array - house, [
      [inSun, 1],
      [inShadow, 1],
      [charged, 1],
      [drawn, -1],
    ]);
    // Chips in shadow live on charge alone, but for steps across the edge.
    builder.row(-Infinity, (array * edge) / Math.max(sunlit, 1e-9), [
      [inShadow, 1],
      [drawn, -1],
    ]);
    const initial = before < 0 ? stored : 0;
    builder.row(initial, initial, [
      [left, 1],
      [charged, -roundTrip],
      [drawn, 1],
      ...(before < 0 ? [] : [[before, -1] as const]),
    ]);
    work[slot]!.push([inSun, -speed], [inShadow, -speed]);
    before = left;
    stored = full;
  }
}

function jobClasses(jobs: Jobs, best: readonly number[], supply: Supply): JobClass[] {
  const apart = jobs.count <= mostApart;
  const perHour = Math.max(1, Math.round(3600 / supply.slot_s));
  const grain = apart ? 1 : perHour;
  const found = new Map<string, JobClass>();
  for (let job = 0; job < jobs.count; job++) {
    const rate = best[jobs.workload[job]!]!;
    const kind = jobs.kind[job]!;
    const from = Math.floor(jobs.arrival_s[job]! / supply.slot_s / grain) * grain;
    const ends = kind === interactive || kind === sensing;
    // What begins late may still be late: only what lapses ends at its deadline, a minute's grain allowed.
    const last = ends
      ? Math.ceil((jobs.deadline_s[job]! + supply.step_s) / supply.slot_s / grain) * grain
      : supply.slots;
    const to = Math.min(supply.slots, last);
    if (!(rate > 0) || from >= to) continue;
    const key = apart ? String(job) : `${jobs.workload[job]}/${from}/${to}`;
    const entry = found.get(key) ?? { from, to, perSlot_FLOP: rate * supply.slot_s, need: 0, most: 0 };
    entry.need += Math.max(0, jobs.work_FLOP[job]! - jobs.done_FLOP[job]!) / entry.perSlot_FLOP;
    entry.most += jobs.gang[job]!;
    found.set(key, entry);
  }
  return [...found.values()];
}

function addJobs(
  builder: ProgramBuilder,
  one: JobClass,
  unit_FLOP: number,
  work: [number, number][][],
): void {
  const total: [number, number][] = [];
  for (let slot = one.from; slot < one.to; slot++) {
    const variable = builder.variable(-one.perSlot_FLOP / unit_FLOP, Math.min(one.most, one.need), false);
    total.push([variable, 1]);
    work[slot]!.push([variable, 1]);
  }
  builder.row(-Infinity, one.need, total);
}
