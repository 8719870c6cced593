import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import manifest from '../package.json' with { type: 'json' };

/** Root of the checkout: catalogue and plans lie there, whatever folder the command is called from. */
export const root = fileURLToPath(new URL('../../../', import.meta.url));
export const catalogueFolder = join(root, 'catalogue');
export const plansFolder = join(root, 'plans');
export const pageFolder = join(root, 'packages', 'web', 'dist');

export const version: string = manifest.version;

/** Files below a folder whose names end so, sorted, with `/` in their paths. Empty when there is no folder. */
export function filesBelow(folder: string, endings: readonly string[]): string[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

/** SHA-256 over all code that a result depends on. Runs of different code do not go on with one another. */
export function codeHash(): string {
  const hash = createHash('sha256').update(version);
  for (const part of ['kernels', 'model']) {
    const folder = join(root, 'packages', part, 'src');
    for (const file of filesBelow(folder, ['.ts', '.js', '.wasm'])) {
      if (/\.(test|bench)\.ts$/.test(file)) continue;
      hash.update(`${part}/${file}\n`).update(readFileSync(join(folder, file)));
    }
  }
  return hash.digest('hex');
}
