// Compiles the WebAssembly of the kernels anew: `npm run kernels`.
import { writeFileSync } from 'node:fs';
import { compileFleetModule, fleetModules, moduleFile } from './fleet-module.ts';

for (const name of fleetModules) {
  const bytes = await compileFleetModule(name);
  writeFileSync(moduleFile(name), bytes);
  console.log(`${name}: ${bytes.length} bytes`);
}
