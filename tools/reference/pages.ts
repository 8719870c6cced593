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

/** Codes of faults as the packages' sources write them: `code: 'plan/unknown-key'`. */
export function faultCodes(): string[] {
  const codes = new Set<string>();
  for (const path of readdirSync(join(root, 'packages'), { recursive: true, encoding: 'utf8' })) {
    if (!/^\w+\/src\/.*\.ts$/.test(path) || path.endsWith('.test.ts')) continue;
    const text = readFileSync(join(root, 'packages', path), 'utf8');
    for (const match of text.matchAll(
      /\bcode(?: =|:) (?:.*?\? )?'([a-z-]+\/[a-z-]+)'(?: : '([a-z-]+\/[a-z-]+)')?/g,
    )) {
      for (const code of match.slice(1)) if (code) codes.add(code);
    }
  }
  return [...codes].sort();
}
