/**
 * Who may import whom: the whole allow-list. A room that is missing here may not exist; a pair that is
 * missing here may not import. Every part may always import itself.
 */

/** Packages, by folder name: which other packages each may import. */
export const packages: Record<string, readonly string[]> = {
  kernels: [],
  model: ['kernels'],
  contracts: [],
  store: ['model'],
  feeds: ['model'],
  cluster: ['model', 'store', 'kernels'],
  server: ['model', 'store', 'feeds', 'cluster', 'contracts', 'kernels'],
  cli: ['kernels', 'model', 'contracts', 'store', 'feeds', 'cluster', 'server'],
  web: ['model', 'kernels', 'contracts'],
};

const ground = ['outcome', 'units', 'evidence', 'time', 'random'];
const shared = ['sky', 'plan', 'flows'];
export const subsystems = ['energy', 'transport', 'network', 'compute', 'data', 'capital'];

/** Rooms inside a package's src: which other rooms of the package each may import. */
export const rooms: Record<string, Record<string, readonly string[]>> = {
  kernels: {
    numeric: [],
    fleet: ['numeric'],
  },
  model: {
    // Outcome first: reading a quantity can fail, and says so with an outcome.
    ...Object.fromEntries(ground.map((room, place) => [room, ground.slice(0, place)])),
    sky: ground,
    plan: ground,
    flows: [...ground, 'sky', 'plan'],
    ...Object.fromEntries(subsystems.map((room) => [room, [...ground, ...shared]])),
    engine: [...ground, ...shared, ...subsystems],
    study: [...ground, ...shared, ...subsystems, 'engine'],
  },
};

/** Groups of model rooms, as the diagram frames them. */
export const groups: Record<string, readonly string[]> = {
  'ground floor': ground,
  'shared by the subsystems': shared,
  subsystems,
  engine: ['engine'],
  study: ['study'],
};

/**
 * Model knows kernels by their interfaces alone, as types; the makes are handed in. Only the plain numeric
 * functions may be called directly.
 */
export const kernelsModelMayCall: readonly string[] = [
  'packages/kernels/src/numeric/',
  // The interface of the fleet step: names of its columns, and arrays for them.
  'packages/kernels/src/fleet/kernel.ts',
  'packages/kernels/src/fleet/columns.ts',
];

/** Packages that compute the same on every machine, on every day, in every thread. */
export const deterministic = ['kernels', 'model'];

/** What would end that: chance, clocks, the environment, files and networks. */
export const impure: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'Math.random', pattern: /\bMath\.random\b/ },
  { name: 'Date.now', pattern: /\bDate\.now\b/ },
  { name: 'new Date() without arguments', pattern: /\bnew Date\(\s*\)|\bnew Date\b(?!\s*\()/ },
  { name: 'performance.now', pattern: /\bperformance\.now\b/ },
  { name: 'crypto', pattern: /\bcrypto\.(getRandomValues|randomUUID)\b/ },
  // The global's members by name: a model may well have a process of its own.
  {
    name: 'process',
    pattern: /\bprocess\.(env|argv|exit|cwd|std\w+|hrtime|memoryUsage|on|platform|pid|version\w*|uptime)\b/,
  },
  { name: 'fetch', pattern: /(?<![.\w])fetch\s*\(/ },
];
