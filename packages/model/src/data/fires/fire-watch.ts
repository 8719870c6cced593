import { beginIncident, firstSeen_s, type Hotspot, type Incident, measure } from './incident.ts';
import { Nearby } from './near.ts';
import { between_m } from './plane.ts';
import type { IncidentAssumptions } from './schema.ts';

/** A hotspot that lies in a fire, where it can be found. */
interface Placed {
  readonly hotspot: Hotspot;
  incident: Incident;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
}

/**
 * Gathers hotspots into fires as satellites pass. Hotspots of a pass that lie near one another, and those near
 * where it burned before, are of one fire; how near grows with the time between them. Fires that meet become one,
 * under the name of the older. The same hotspots give the same fires, in whatever order a pass brings them.
 */
export class FireWatch {
  readonly #assumed: IncidentAssumptions;
  readonly #placed: Nearby<Placed>;
  readonly #membersOf = new Map<Incident, Placed[]>();
  #faint = 0;

  constructor(assumed: IncidentAssumptions) {
    this.#assumed = assumed;
    this.#placed = new Nearby(assumed.farthest_m);
  }

  /** Fires so far, by the time at which they were first seen. */
  get incidents(): Incident[] {
    return [...this.#membersOf.keys()].sort(
      (a, b) => firstSeen_s(a) - firstSeen_s(b) || (a.id < b.id ? -1 : 1),
    );
  }

  /** Hotspots that were too faint to begin a fire, and near none. */
  get faint(): number {
    return this.#faint;
  }

  /** Takes the hotspots of one pass. */
  pass(hotspots: readonly Hotspot[]): void {
    const ordered = [...hotspots].sort(byPlace);
    const touched = new Set<Incident>();
    for (const group of groupsOf(ordered, this.#assumed.reach_m)) {
      const incident = this.#take(group);
      if (incident !== undefined) touched.add(incident);
    }
    const at_s = Math.max(...hotspots.map(({ observed_s }) => observed_s));
    for (const incident of touched) if (this.#membersOf.has(incident)) measure(incident, at_s, this.#assumed);
  }

  #take(group: readonly Hotspot[]): Incident | undefined {
    const near = this.#near(group);
    if (near.length === 0) {
      const least = this.#assumed.leastConfidence;
      if (group.every(({ values }) => (values.confidence ?? 1) < least)) {
        this.#faint += group.length;
        return undefined;
      }
      const incident = beginIncident(group);
      this.#membersOf.set(incident, []);
      this.#place(incident, group);
      return incident;
    }
    const [oldest, ...others] = near as [Incident, ...Incident[]];
    for (const other of others) this.#join(oldest, other);
    oldest.hotspots.push(...group);
    this.#place(oldest, group);
    return oldest;
  }

  /** Fires near any hotspot of a group, the oldest first. */
  #near(group: readonly Hotspot[]): Incident[] {
    const { reach_m, spreadSpeed_mperS, farthest_m, silence_s } = this.#assumed;
    const found = new Set<Incident>();
    for (const { place, observed_s } of group) {
      for (const placed of this.#placed.around(place)) {
        if (found.has(placed.incident)) continue;
        const apart_s = Math.abs(observed_s - placed.hotspot.observed_s);
        const reach = Math.min(farthest_m, reach_m + spreadSpeed_mperS * apart_s);
        if (apart_s <= silence_s && between_m(place, placed) <= reach) found.add(placed.incident);
      }
    }
    return this.incidents.filter((incident) => found.has(incident));
  }

  #place(incident: Incident, group: readonly Hotspot[]): void {
    for (const hotspot of group) {
      const placed: Placed = { hotspot, incident, ...hotspot.place };
      this.#placed.add(placed);
      this.#membersOf.get(incident)!.push(placed);
    }
  }

  #join(into: Incident, other: Incident): void {
    const members = this.#membersOf.get(other)!;
    for (const placed of members) placed.incident = into;
    this.#membersOf.get(into)!.push(...members);
    this.#membersOf.delete(other);
    into.hotspots.push(...other.hotspots);
    into.joined.push(other.id, ...other.joined);
  }
}

const byPlace = (a: Hotspot, b: Hotspot): number =>
  a.observed_s - b.observed_s ||
  a.place.latitude_deg - b.place.latitude_deg ||
  a.place.longitude_deg - b.place.longitude_deg;

/** Groups of hotspots of which each lies within the reach of another. */
function groupsOf(hotspots: readonly Hotspot[], reach_m: number): Hotspot[][] {
  const nearby = new Nearby<{ index: number; latitude_deg: number; longitude_deg: number }>(reach_m);
  for (const [index, { place }] of hotspots.entries()) nearby.add({ index, ...place });
  const done = new Uint8Array(hotspots.length);
  const groups: Hotspot[][] = [];
  for (const index of hotspots.keys()) {
    if (done[index]) continue;
    const group = [index];
    done[index] = 1;
    for (const member of group) {
      const { place } = hotspots[member]!;
      for (const other of nearby.around(place)) {
        if (done[other.index] || between_m(place, other) > reach_m) continue;
        done[other.index] = 1;
        group.push(other.index);
      }
    }
    groups.push(group.sort((a, b) => a - b).map((member) => hotspots[member]!));
  }
  return groups;
}
