import type { Pair } from './round-trips.ts';

/** A time in which a station sees a satellite. */
export interface Contact {
  readonly station: number;
  readonly satellite: number;
  readonly from_s: number;
  readonly to_s: number;
  /** Least distance at a look. */
  readonly rangeLeast_m: number;
}

/** What one look saw: for each station the satellites, and how far they are. */
export interface Look {
  readonly time_s: number;
  readonly views: readonly { readonly satellites: readonly number[]; readonly ranges_m: readonly number[] }[];
}

/**
 * Contacts out of looks one step apart: a contact begins and ends half a step around the looks that saw it, cut at
 * the first and the last look, so it is known to half a step.
 */
export function contactPlan(looks: Iterable<Look>, step_s: number): Contact[] {
  const open = new Map<string, Contact>();
  const done: Contact[] = [];
  let first_s: number | undefined;
  let last_s = 0;
  for (const { time_s, views } of looks) {
    first_s ??= time_s;
    last_s = time_s;
    views.forEach(({ satellites, ranges_m }, station) => {
      satellites.forEach((satellite, index) => {
        const key = `${station},${satellite}`;
        const known = open.get(key);
        const range = ranges_m[index] as number;
        const goesOn = known !== undefined && known.to_s >= time_s - step_s / 2 - 1e-6;
        if (known !== undefined && !goesOn) done.push(known);
        open.set(key, {
          station,
          satellite,
          from_s: goesOn ? known.from_s : Math.max(first_s as number, time_s - step_s / 2),
          to_s: time_s + step_s / 2,
          rangeLeast_m: goesOn ? Math.min(known.rangeLeast_m, range) : range,
        });
      });
    });
  }
  return [...done, ...open.values()]
    .map((contact) => ({ ...contact, to_s: Math.min(contact.to_s, last_s) }))
    .sort((a, b) => a.station - b.station || a.from_s - b.from_s || a.satellite - b.satellite);
}

/** A delivery over a contact plan: when it is there, and over which contacts. */
export interface Delivery {
  readonly arrives_s: number;
  readonly contacts: readonly Contact[];
}

/**
 * Earliest delivery from one node to another over contacts alone, where satellites may store what they carry until
 * the next pass (contact graph routing: Dijkstra over contacts by arrival). `delay_s` is what a hop takes; undefined
 * where no chain of contacts leads there. Stations are −1 − station in `ends`, satellites their number.
 */
export function earliestDelivery(
  contacts: readonly Contact[],
  [from, to]: Pair,
  ready_s: number,
  delay_s: number,
): Delivery | undefined {
  const at = new Map<number, { readonly time_s: number; readonly by: readonly Contact[] }>();
  const stationNode = (station: number) => -1 - station;
  at.set(stationNode(from), { time_s: ready_s, by: [] });
  const settled = new Set<number>();
  for (;;) {
    let here: number | undefined;
    for (const [node, { time_s }] of at) {
      if (!settled.has(node) && (here === undefined || time_s < at.get(here)!.time_s)) here = node;
    }
    if (here === undefined) return undefined;
    const { time_s, by } = at.get(here)!;
    if (here === stationNode(to)) return { arrives_s: time_s, contacts: by };
    settled.add(here);
    for (const contact of contacts) {
      const station = stationNode(contact.station);
      const there = station === here ? contact.satellite : contact.satellite === here ? station : undefined;
      if (there === undefined) continue;
      const arrives_s = Math.max(time_s, contact.from_s) + delay_s;
      if (arrives_s > contact.to_s || arrives_s >= (at.get(there)?.time_s ?? Infinity)) continue;
      at.set(there, { time_s: arrives_s, by: [...by, contact] });
    }
  }
}
