import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import { tableRequests } from '../src/engine/run.ts';
import { planSchema } from '../src/engine/schema.ts';
import { fillTable, tableKey } from '../src/engine/tables.ts';
import { type Catalogue, readCatalogue } from '../src/evidence/catalogue.ts';
import type { ResponseTable, TableRequest } from '../src/flows/table.ts';
import { type Outcome, success } from '../src/outcome/outcome.ts';
import type { Override } from '../src/plan/load.ts';
import { readPlan } from '../src/plan/read.ts';
import type { ResolvedPlan } from '../src/plan/resolved.ts';

/** The repository's own catalogue and plans, for tests that want the real thing. */
const root = fileURLToPath(new URL('../../..', import.meta.url));

export function expectValue<T>(outcome: Outcome<T>): T {
  if (!outcome.ok)
    throw new Error(outcome.faults.map((fault) => `${fault.code} ${fault.message}`).join('\n'));
  return outcome.value;
}

let kept: Catalogue | undefined;

export function houseCatalogue(): Catalogue {
  kept ??= expectValue(
    readCatalogue(
      readdirSync(join(root, 'catalogue'), { recursive: true, encoding: 'utf8' })
        .filter((path) => path.endsWith('.yaml'))
        .sort()
        .map((path) => ({
          path: path.replaceAll('\\', '/'),
          text: readFileSync(join(root, 'catalogue', path), 'utf8'),
        })),
    ),
  );
  return kept;
}

/** A plan of the repository by name, with overrides; with a period its series are read for those months. */
export function housePlan(
  name: string,
  overrides: readonly Override[] = [],
  period?: { readonly from: number; readonly to: number },
): ResolvedPlan {
  return expectValue(
    readPlan({
      file: join(root, 'plans', `${name}.yaml`),
      readText: (file, from) => {
        const path = from ? join(dirname(from), file) : file;
        return success({ file: path, text: readFileSync(path, 'utf8') });
      },
      catalogue: houseCatalogue(),
      schema: planSchema,
      overrides,
      ...(period ? { period } : {}),
    }),
  );
}

const filled = new Map<string, ResponseTable>();

/** Response tables of a plan, filled by the reference kernels; a table that was asked for before is taken again. */
export function houseTables(plan: ResolvedPlan): ReadonlyMap<string, ResponseTable> {
  return new Map(expectValue(tableRequests(plan)).map((request) => [request.name, tableOf(request)]));
}

function tableOf(request: TableRequest): ResponseTable {
  const key = tableKey(request);
  const known = filled.get(key) ?? fillTable(request, { fleet: referenceFleet });
  filled.set(key, known);
  return known;
}
