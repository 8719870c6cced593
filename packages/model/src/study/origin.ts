import { rooms } from '../engine/rooms.ts';
import { planSchema } from '../engine/schema.ts';
import type { Distribution } from '../evidence/assumption.ts';
import { type PortName, ports } from '../flows/ports.ts';
import type { ResolvedPlan } from '../plan/resolved.ts';
import { attributeAt } from '../plan/schema.ts';

/** A port that a room reads: of the same month, or as the month before left it. */
export interface PortRead {
  readonly port: PortName;
  readonly when: 'now' | 'before';
}

/** Where a monthly column stands between the rooms. */
export interface ColumnOrigin {
  readonly port: PortName;
  /** The room that writes it. */
  readonly room: string;
  readonly doc: string;
  /** What that room reads of others. */
  readonly reads: readonly PortRead[];
  /** Rooms that read it. */
  readonly readers: readonly string[];
}

/** Who writes a port, from what, and who goes on with it; undefined where no port has that name. */
export function columnOrigin(name: string): ColumnOrigin | undefined {
  if (!Object.hasOwn(ports, name)) return undefined;
  const port = name as PortName;
  const writer = rooms.find(({ writes }) => writes.includes(port));
  if (!writer) return undefined;
  const { now, before } = writer.reads;
  return {
    port,
    room: writer.name,
    doc: ports[port].doc,
    reads: [
      ...now.map((read: PortName) => ({ port: read, when: 'now' as const })),
      ...before.map((read: PortName) => ({ port: read, when: 'before' as const })),
    ],
    readers: rooms
      .filter(({ reads }) => reads.now.includes(port) || reads.before.includes(port))
      .map(({ name }) => name),
  };
}

/**
 * Paths of a plan's assumptions that a room reads, its own section first. With `row`, the name of a shell or a
 * site, those of other shells and sites and of designs that do not fly there are left out.
 */
export function assumptionPaths(plan: ResolvedPlan, room: string, row?: string): string[] {
  const concerns = rowFilter(plan, row);
  const own = (path: string): number => (path.startsWith(`${room}.`) ? 0 : 1);
  return Object.keys(plan.values)
    .filter((path) => attributeAt(planSchema, path)?.rooms.includes(room) === true && concerns(path))
    .sort((a, b) => own(a) - own(b));
}

function rowFilter(plan: ResolvedPlan, row: string | undefined): (path: string) => boolean {
  const inOrbit = row !== undefined && plan.entries.shells?.includes(row) === true;
  const onGround = row !== undefined && plan.entries.sites?.includes(row) === true;
  if (!inOrbit && !onGround) return () => true;
  const flown = plan.values[`shells.${row}.satellite`]?.value;
  return (path) => {
    const [collection, entry] = path.split('.');
    if (collection === 'shells') return inOrbit && entry === row;
    if (collection === 'sites') return onGround && entry === row;
    if (collection === 'satellites') return inOrbit && entry === flown;
    return true;
  };
}

/** Half the width of the middle 90 % of a normal distribution, in standard deviations. */
const ninetyPercent = 1.6448536269514722;

/** Within which an assumption lies: its bounds, or the middle 90 % where it has none. SI. */
export function rangeOf(distribution: Distribution): readonly [low: number, high: number] {
  switch (distribution.kind) {
    case 'normal':
      return [
        distribution.mean - ninetyPercent * distribution.sd,
        distribution.mean + ninetyPercent * distribution.sd,
      ];
    case 'lognormal':
      return [
        distribution.median * Math.exp(-ninetyPercent * distribution.sigma),
        distribution.median * Math.exp(ninetyPercent * distribution.sigma),
      ];
    default:
      return [distribution.low, distribution.high];
  }
}
