import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';
import { twice } from './twice.ts';

/** The AssemblyScript of the fleet step, and where its compiled modules are kept. */
const sources = new URL('../../packages/kernels/assembly/', import.meta.url);
const compiled = new URL('../../packages/kernels/wasm/', import.meta.url);

export const fleetModules = ['fleet-strict.wasm', 'fleet-relaxed.wasm'] as const;
export type FleetModuleName = (typeof fleetModules)[number];

export function moduleFile(name: FleetModuleName): string {
  return fileURLToPath(new URL(name, compiled));
}

const features = ['simd', 'threads', 'bulk-memory'];

/** Compiles a module; the same sources and compiler give the same bytes. */
export async function compileFleetModule(name: FleetModuleName): Promise<Uint8Array> {
  const wanted = name === 'fleet-relaxed.wasm' ? [...features, 'relaxed-simd'] : features;
  let bytes: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    [
      'fleet.ts',
      ...['--outFile', name, '--runtime', 'stub', '-O3', '--noAssert'],
      ...['--importMemory', '--sharedMemory', '--initialMemory', '1', '--maximumMemory', '65536'],
      ...wanted.flatMap((feature) => ['--enable', feature]),
    ],
    {
      readFile: (file) => read(file),
      writeFile: (file, contents) => {
        if (file === name && typeof contents !== 'string') bytes = contents;
      },
      listFiles: () => [],
    },
  );
  if (error || !bytes) throw new Error(`${name} does not compile: ${error?.message}\n${stderr.toString()}`);
  return bytes;
}

function read(file: string): string | null {
  try {
    return twice(readFileSync(new URL(file, sources), 'utf8'));
  } catch {
    return null;
  }
}
