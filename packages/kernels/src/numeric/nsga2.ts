/** A candidate: its variables, what it comes to (all to be made small), and by how much it breaks its constraints. */
export interface Candidate {
  readonly x: Float64Array;
  readonly f: readonly number[];
  /** 0 where it can be. */
  readonly broken: number;
}

/** Whether one is at least as good in all and better in one; what can be beats what cannot. */
export function dominates(one: Candidate, other: Candidate): boolean {
  if (one.broken !== other.broken) return one.broken < other.broken;
  let better = false;
  for (const [index, value] of one.f.entries()) {
    const against = other.f[index] as number;
    if (!(value <= against)) return false;
    if (value < against) better = true;
  }
  return better;
}

/** Candidates by fronts: the first is dominated by none, the next by the first alone, and so on. */
export function fronts(candidates: readonly Candidate[]): Candidate[][] {
  const left = new Set(candidates);
  const found: Candidate[][] = [];
  while (left.size > 0) {
    const front = [...left].filter((one) => ![...left].some((other) => dominates(other, one)));
    // NaN never compares; whatever is left then forms the last front.
    const taken = front.length > 0 ? front : [...left];
    for (const one of taken) left.delete(one);
    found.push(taken);
  }
  return found;
}

/** Room around each candidate of a front, in shares of the front's extent; infinite at its ends. */
function crowding(front: readonly Candidate[]): Map<Candidate, number> {
  const room = new Map(front.map((one) => [one, 0]));
  for (let k = 0; k < (front[0]?.f.length ?? 0); k++) {
    const sorted = [...front].sort((left, right) => (left.f[k] as number) - (right.f[k] as number));
    const extent = (sorted.at(-1) as Candidate).f[k]! - (sorted[0] as Candidate).f[k]! || 1;
    for (const [place, one] of sorted.entries()) {
      const below = sorted[place - 1];
      const above = sorted[place + 1];
      const own = below && above ? ((above.f[k] as number) - (below.f[k] as number)) / extent : Infinity;
      room.set(one, (room.get(one) as number) + own);
    }
  }
  return room;
}

export interface Nsga2Options {
  readonly dimensions: number;
  readonly population: number;
  readonly generations: number;
  /** Uniform in (0, 1). */
  random(): number;
  evaluate(points: readonly Float64Array[]): Promise<readonly Omit<Candidate, 'x'>[]>;
  /** Points to begin with, before chance fills up the population. */
  readonly first?: readonly Float64Array[];
}

/**
 * Non-dominated sorting genetic algorithm over the unit cube: crossover by simulated binary crossover, polynomial mutation,
 * survival by fronts and room. Deb, Pratap, Agarwal, Meyarivan (2002). Returns all candidates ever tried, the first front
 * first.
 */
export async function nsga2(options: Nsga2Options): Promise<Candidate[][]> {
  const { dimensions, population, generations, random, evaluate, first = [] } = options;
  const drawn = Array.from({ length: Math.max(0, population - first.length) }, () =>
    Float64Array.from({ length: dimensions }, () => random()),
  );
  const all: Candidate[] = [];
  const tried = async (points: readonly Float64Array[]): Promise<Candidate[]> => {
    const found = await evaluate(points);
    const made = points.map((x, index) => ({ x, ...(found[index] as Omit<Candidate, 'x'>) }));
    all.push(...made);
    return made;
  };
  let parents = await tried([...first, ...drawn].slice(0, population));
  for (let generation = 0; generation < generations; generation++) {
    const ranked = rank(parents);
    const children = Array.from({ length: population }, () =>
      child(pick(ranked, random), pick(ranked, random), random),
    );
    parents = survivors([...parents, ...(await tried(children))], population);
  }
  return fronts(all);
}

interface Ranked {
  readonly candidate: Candidate;
  readonly front: number;
  readonly room: number;
}

function rank(candidates: readonly Candidate[]): Ranked[] {
  return fronts(candidates).flatMap((front, index) => {
    const room = crowding(front);
    return front.map((candidate) => ({ candidate, front: index, room: room.get(candidate) ?? 0 }));
  });
}

const better = (one: Ranked, other: Ranked): boolean =>
  one.front !== other.front ? one.front < other.front : one.room > other.room;

/** The better of two by chance. */
function pick(ranked: readonly Ranked[], random: () => number): Candidate {
  const [one, other] = [random(), random()].map((u) => ranked[Math.floor(u * ranked.length)] as Ranked);
  return (better(one as Ranked, other as Ranked) ? (one as Ranked) : (other as Ranked)).candidate;
}

function survivors(candidates: readonly Candidate[], count: number): Candidate[] {
  return rank(candidates)
    .sort((left, right) => left.front - right.front || right.room - left.room)
    .slice(0, count)
    .map(({ candidate }) => candidate);
}

const spreadIndex = 10;

function child({ x: mother }: Candidate, { x: father }: Candidate, random: () => number): Float64Array {
  return mother.map((own, index) => {
    const crossed = random() < 0.5 ? own : cross(own, father[index] as number, random());
    const mutated = random() < 1 / mother.length ? crossed + mutation(random()) : crossed;
    return Math.min(1, Math.max(0, mutated));
  });
}

function cross(one: number, other: number, u: number): number {
  const beta = (u < 0.5 ? 2 * u : 1 / (2 * (1 - u))) ** (1 / (spreadIndex + 1));
  return 0.5 * ((1 + beta) * one + (1 - beta) * other);
}

function mutation(u: number): number {
  return u < 0.5 ? (2 * u) ** (1 / (spreadIndex + 1)) - 1 : 1 - (2 * (1 - u)) ** (1 / (spreadIndex + 1));
}
