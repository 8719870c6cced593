import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/**
 * `npm run bench -- energy` runs every benchmark in `benchmarks/energy/`, `npm run bench -- energy/sgp4` one of
 * them, `npm run bench` all. A benchmark is a file that exports `run(): Promise<void>` and prints what it measured.
 */
const here = fileURLToPath(new URL('.', import.meta.url));
const folders = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const all = folders.flatMap(({ name }) =>
  readdirSync(`${here}${name}`)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => `${name}/${file.slice(0, -3)}`),
);
const [wanted] = process.argv.slice(2);
const chosen = all.filter((name) => wanted === undefined || name === wanted || name.startsWith(`${wanted}/`));
if (chosen.length === 0) {
  console.error(`There is no benchmark "${wanted}". There are: ${all.join(', ')}.`);
  process.exitCode = 2;
}
for (const name of chosen) {
  const file = `${here}${name}.ts`;
  if (!existsSync(file)) continue;
  const benchmark = (await import(file)) as { run?: () => Promise<void> };
  // Helpers beside the benchmarks have nothing to run.
  if (benchmark.run === undefined) continue;
  console.log(`\n${name}`);
  await benchmark.run();
}
