import { maxMinRates, type SharedResources } from './max-min.ts';

/** Owners that spread over several ways; each way is a consumer of the resources. */
export interface Multipath {
  /** Ways with their resources; weight and demand are the owners', below. */
  readonly ways: Pick<SharedResources, 'capacity' | 'first' | 'resource' | 'use'>;
  /** Owner of each way, ascending. */
  readonly owner: Int32Array;
  readonly weight: Float64Array;
  readonly demand: Float64Array;
  /** How an owner leans to each of its ways at first; need not sum to one. */
  readonly leaning: Float64Array;
}

/**
 * Nearly max–min fair rates of owners over many ways each: an owner's weight is divided over its ways, rates are
 * filled exactly, the weight goes where the rate went, and again. Adaptive water filling, Namyar et al., Solving
 * Max-Min Fair Resource Allocations Quickly on Large Graphs, NSDI 2024. Never fills anything beyond its capacity.
 * Writes the rate of each way and what holds it: a resource, or `satisfied` once the owner has all it wants.
 */
export function multipathRates(
  paths: Multipath,
  rounds: number,
  rate: Float64Array,
  heldBy: Int32Array,
): void {
  const { ways, owner, demand } = paths;
  const resources = ways.capacity.length;
  const { first, resource, use } = withOwners(paths);
  const shared: SharedResources = {
    // An owner's demand is one more resource, which its ways share.
    capacity: Float64Array.from([...ways.capacity, ...demand]),
    weight: new Float64Array(owner.length),
    demand: new Float64Array(owner.length).fill(Infinity),
    first,
    resource,
    ...(use ? { use } : {}),
  };
  const split = paths.leaning.slice();
  for (let round = 0; round < rounds; round++) {
    divide(paths, split, shared.weight);
    maxMinRates(shared, rate, heldBy);
    split.set(rate);
  }
  for (let way = 0; way < heldBy.length; way++) if (heldBy[way]! >= resources) heldBy[way] = -1;
}

/** No way is given up for good: it keeps this part of its owner's weight. */
const least = 1e-6;

function divide({ owner, weight }: Multipath, split: Float64Array, into: Float64Array): void {
  const sum = new Float64Array(weight.length);
  for (let way = 0; way < owner.length; way++) sum[owner[way]!]! += split[way]!;
  for (let way = 0; way < owner.length; way++) {
    const whole = sum[owner[way]!]!;
    into[way] = weight[owner[way]!]! * Math.max(least, whole > 0 ? split[way]! / whole : 1);
  }
}

/** The ways' lists with their owner's own resource at the end of each. */
function withOwners({ ways, owner }: Multipath) {
  const count = owner.length;
  const first = new Int32Array(count + 1);
  const resource = new Int32Array(ways.resource.length + count);
  const use = ways.use ? new Float64Array(resource.length) : undefined;
  let at = 0;
  for (let way = 0; way < count; way++) {
    for (let entry = ways.first[way]!; entry < ways.first[way + 1]!; entry++, at++) {
      resource[at] = ways.resource[entry]!;
      if (use) use[at] = ways.use![entry]!;
    }
    if (use) use[at] = 1;
    resource[at++] = ways.capacity.length + owner[way]!;
    first[way + 1] = at;
  }
  return { first, resource, use };
}
