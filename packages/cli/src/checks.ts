import { accessSync, constants, mkdtempSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, cpus, freemem, totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import { withDuck } from '@kardashev/store/duck.ts';
import { catalogueFolder, filesBelow, pageFolder } from './house.ts';

/** One thing that a machine has or lacks. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  /** Without it Kardashev does not work; others only add something. */
  readonly needed: boolean;
  readonly found: string;
  /** What to do where it is missing. */
  readonly fix?: string;
}

/** What this machine can do. `runs` is the folder in which runs would be kept. */
export async function checks(runs: string): Promise<Check[]> {
  return [
    nodeCheck(),
    coreCheck(),
    memoryCheck(),
    await duckCheck(),
    simdCheck(),
    folderCheck(runs),
    catalogueCheck(),
  ]
    .concat(pageCheck())
    .concat(programs.map(programCheck));
}

function nodeCheck(): Check {
  const ok = Number(process.versions.node.split('.')[0]) >= 24;
  return { name: 'Node', ok, needed: true, found: process.version, fix: 'Run npm ci, which brings Node 24.' };
}

function coreCheck(): Check {
  const model = cpus()[0]?.model.trim() ?? 'unknown';
  return { name: 'cores', ok: true, needed: true, found: `${availableParallelism()} (${model})` };
}

const leastMemory_B = 1e9;

function memoryCheck(): Check {
  const found = `${(totalmem() / 1e9).toFixed(1)} GB, ${(freemem() / 1e9).toFixed(1)} GB free`;
  const fix = 'Give the machine at least 1 GB.';
  return { name: 'memory', ok: totalmem() >= leastMemory_B, needed: true, found, fix };
}

async function duckCheck(): Promise<Check> {
  const check = { name: 'DuckDB', needed: true, fix: 'Run npm ci on this machine: its binary is missing.' };
  try {
    const rows = await withDuck((duck) => duck.runAndReadAll('SELECT version()'));
    return { ...check, ok: true, found: String(rows.getRowsJS()[0]?.[0]) };
  } catch (error) {
    return { ...check, ok: false, found: (error as Error).message };
  }
}

/** A module with one function that uses a vector: valid only where there are vectors. */
const simdModule = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0],
  ...[10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11],
);

function simdCheck(): Check {
  const ok = WebAssembly.validate(simdModule);
  return { name: 'WASM SIMD', ok, needed: false, found: ok ? 'yes' : 'no' };
}

function folderCheck(runs: string): Check {
  const fix = 'Name a folder you may write to with --out.';
  try {
    // Where the folder is not there yet, it would be made in this one.
    const folder = statSync(runs, { throwIfNoEntry: false })?.isDirectory() ? runs : '.';
    rmSync(mkdtempSync(join(folder, '.kardashev-')), { recursive: true });
    return { name: 'runs', ok: true, needed: true, found: `${runs} can be written`, fix };
  } catch (error) {
    return { name: 'runs', ok: false, needed: true, found: (error as Error).message, fix };
  }
}

function catalogueCheck(): Check {
  const count = filesBelow(catalogueFolder, ['.yaml']).length;
  const fix = 'Run the command from a checkout, or install the package again.';
  return { name: 'catalogue', ok: count > 0, needed: true, found: `${count} files`, fix };
}

function pageCheck(): Check {
  const ok = filesBelow(pageFolder, ['index.html']).length > 0;
  const fix = 'Run npm run build -w @kardashev/web; npm start does it for you.';
  return { name: 'page', ok, needed: false, found: ok ? 'built' : 'not built', fix };
}

const programs = [
  {
    name: 'chromium',
    files: ['chromium', 'chromium-browser', 'google-chrome'],
    fix: 'Only the tests of the page need it.',
  },
  { name: 'redis', files: ['redis-server', 'valkey-server'], fix: 'Only studies on many machines need it.' },
  { name: 'nats', files: ['nats-server'], fix: 'Only live feeds on many machines need it.' },
];

function programCheck({ name, files, fix }: (typeof programs)[number]): Check {
  const found = files.map(onPath).find((path) => path !== undefined);
  return { name, ok: found !== undefined, needed: false, found: found ?? 'not found', fix };
}

function onPath(file: string): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, file)).find(canRun);
}

function canRun(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
