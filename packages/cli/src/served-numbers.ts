import type { Input } from '@kardashev/contracts/number-lineage.ts';
import { formulas } from '@kardashev/model/flows/formulas.ts';
import { type PortName, ports } from '@kardashev/model/flows/ports.ts';
import { claims } from '@kardashev/model/study/claims/judge.ts';
import { type ClaimInputs, inputsOf } from '@kardashev/model/study/claims/recorded.ts';
import { headlineTable } from '@kardashev/model/study/headline.ts';
import { assumptionPaths, columnOrigin } from '@kardashev/model/study/origin.ts';
import { unitOfName } from '@kardashev/model/units/suffix.ts';
import type { NumbersOf } from '@kardashev/server/numbers.ts';
import { readMonths } from '@kardashev/store/months-file.ts';
import type { StoredRun } from '@kardashev/store/run-folder.ts';
import { findRun } from '@kardashev/store/runs.ts';
import { runDocument } from './run-document.ts';
import { type Known, rankedAssumptions } from './served-assumptions.ts';

/** Where columns and claims of the runs in a folder come from; `known` is what moves headlines, as far as asked. */
export function servedNumbers(runs: string, known: (run: StoredRun) => Known): NumbersOf {
  const finished = (name: string): StoredRun | undefined => {
    const found = findRun(runs, name);
    return found.ok && found.value.manifest.status === 'complete' ? found.value : undefined;
  };
  return {
    async column(name, column, row) {
      const run = finished(name);
      const origin = run && columnOrigin(column);
      if (!run || !origin) return undefined;
      const { plan } = run.manifest;
      return {
        column,
        row: row ?? null,
        room: origin.room,
        unit: unitOf(column),
        doc: origin.doc,
        formula: formulas[origin.port] ?? '',
        inputs: origin.reads.map(({ port, when }) => inputOf(port, when)),
        readers: [...origin.readers],
        headlines: headlineTable.filter(({ columns }) => columns.includes(origin.port)).map(({ key }) => key),
        assumptions: rankedAssumptions(plan, assumptionPaths(plan, origin.room, row), known(run)),
      };
    },
    async claim(name, id) {
      const run = finished(name);
      const judged = run && runDocument(run).claims.find((claim) => claim.id === id);
      const inputs = run && judged && (await claimInputs(run, id));
      if (!run || !judged || !inputs) return undefined;
      const { plan } = run.manifest;
      const { months } = await readMonths(run.folder, () => false);
      return {
        claim: id,
        quantity: judged.quantity,
        computed: judged.computed,
        unit: judged.unit,
        from: months[0] ?? '',
        to: months.at(-1) ?? '',
        inputs: inputs.ports.map((port) => inputOf(port, 'months')),
        assumptions: rankedAssumptions(plan, inputs.paths, known(run)),
      };
    },
  };
}

/** What a claim of a run looked at. */
async function claimInputs({ folder, manifest }: StoredRun, id: string): Promise<ClaimInputs | undefined> {
  const claim = claims.find((one) => one.id === id);
  if (!claim) return undefined;
  return inputsOf(claim, manifest.plan, await readMonths(folder));
}

function inputOf(port: PortName, when: Input['when']): Input {
  return {
    column: port,
    room: columnOrigin(port)?.room ?? '',
    unit: unitOf(port),
    doc: ports[port].doc,
    when,
  };
}

const unitOf = (port: string): string => unitOfName(port).unitText || '1';
