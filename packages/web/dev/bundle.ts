import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** A file of the built page and its size as it goes over the wire. */
export interface BundleFile {
  readonly name: string;
  readonly gzip_B: number;
  /** Whether the browser needs it before the first figure is drawn; what comes later comes by `import()`. */
  readonly initial: boolean;
}

/** What may go over the wire before the first figure is drawn. three.js, uPlot and the model come after it. */
export const initialBudget_B = 60_000;

/** The scripts and styles of the page as `vite build` makes them, largest first; nothing is written. */
export async function bundle(): Promise<BundleFile[]> {
  const built = await build({
    root: join(import.meta.dirname, '..'),
    logLevel: 'error',
    build: { write: false },
  });
  const { output } = built as Rolldown.RolldownOutput;
  const page = String(
    (output.find(({ fileName }) => fileName === 'index.html') as Rolldown.OutputAsset).source,
  );
  const entry = output.find((file) => file.type === 'chunk' && file.isEntry) as Rolldown.OutputChunk;
  const imported = reached(entry, output);
  return output
    .filter(({ fileName }) => /\.(js|css)$/.test(fileName))
    .map((file) => ({
      name: file.fileName,
      gzip_B: gzipSync(file.type === 'chunk' ? file.code : file.source).length,
      initial: imported.has(file.fileName) || page.includes(file.fileName),
    }))
    .sort((a, b) => b.gzip_B - a.gzip_B);
}

/** A chunk and all that it imports before it runs. */
function reached(
  entry: Rolldown.OutputChunk,
  output: Rolldown.RolldownOutput['output'],
): ReadonlySet<string> {
  const all = new Set([entry.fileName]);
  for (const name of all) {
    const chunk = output.find(({ fileName }) => fileName === name);
    if (chunk?.type === 'chunk') for (const next of chunk.imports) all.add(next);
  }
  return all;
}

export function initial_B(files: readonly BundleFile[]): number {
  return files.filter(({ initial }) => initial).reduce((sum, { gzip_B }) => sum + gzip_B, 0);
}
