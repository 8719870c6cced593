import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonSchema } from '@kardashev/model/engine/json-schema.ts';
import { referencePage } from '@kardashev/model/engine/reference.ts';
import { planSchema } from '@kardashev/model/engine/schema.ts';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Reference pages that are made from the code: path below the repository, and what belongs there. */
export function referencePages(): ReadonlyMap<string, string> {
  return new Map([
    ['docs/reference/plan.md', referencePage(planSchema)],
    ['docs/reference/plan.schema.json', `${JSON.stringify(jsonSchema(planSchema), null, 1)}\n`],
  ]);
}

/** Rooms and things that faults are named after. */
const named =
  'catalogue|claim|command|compute|capital|data|energy|engine|file|infer|log|manifest|network|omm|orbit|page|plan|run|satellite|serve|server|state|tle|train|transport';

/** Codes of faults as the packages' sources write them: `plan/unknown-key`. */
export function faultCodes(): string[] {
  const codes = new Set<string>();
  const written = new RegExp(`'((?:${named})/[a-z]+(?:-[a-z]+)*)'`, 'g');
  for (const path of readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' })) {
    if (!/^\w+\/src\/.*\.ts$/.test(path) || path.endsWith('.test.ts')) continue;
    const text = readFileSync(join(root, 'packages', path), 'utf8');
    for (const [, code] of text.matchAll(written)) codes.add(code as string);
  }
  // A fast model and a stream of chance, no faults.
  for (const other of ['energy/orbit', 'transport/history']) codes.delete(other);
  return [...codes].sort();
}
