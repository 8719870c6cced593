import type { Months } from '@kardashev/contracts/months.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import type { Column, PassResult } from '@kardashev/model/engine/result.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import type { MonthsWish, RunCatalogue } from '@kardashev/server/runs.ts';
import { readMonths } from '@kardashev/store/months-file.ts';
import type { StoredRun } from '@kardashev/store/run-folder.ts';
import { findRun } from '@kardashev/store/runs.ts';
import { runDocument } from './run-document.ts';
import { rememberedStamps, servedSummaries } from './served-summaries.ts';

/** The runs of a folder as mission control asks for them; the run named `first`, if any, opens first. */
export function servedRuns(runs: string, first?: string): RunCatalogue {
  const finished = (name: string): StoredRun | undefined => {
    const found = findRun(runs, name);
    return found.ok && found.value.manifest.status === 'complete' ? found.value : undefined;
  };
  const summaries = servedSummaries(runs);
  return {
    async list() {
      const all = await summaries();
      const chosen = all.filter(({ run }) => run === first);
      return [...chosen, ...all.filter((each) => !chosen.includes(each))];
    },
    stamp: rememberedStamps(runs),
    async verdict(name) {
      const run = finished(name);
      return run && verdictOf(run);
    },
    async months(name, wish) {
      const run = finished(name);
      return run && monthsOf(run, wish);
    },
    async shells(name) {
      const found = findRun(runs, name);
      return found.ok ? shellsOf(found.value.manifest.plan) : undefined;
    },
  };
}

/** The model words a verdict as the contract asks; the server checks it once more. */
const verdictOf = (run: StoredRun): Verdict => runDocument(run) as Verdict;

async function monthsOf({ folder }: StoredRun, wish: MonthsWish = {}): Promise<Months | undefined> {
  const wanted = wish.columns && new Set(wish.columns);
  const { months, passes } = await readMonths(folder, ({ port }) => wanted?.has(port) ?? true);
  const pass =
    wish.funding === undefined ? passes[0] : passes.find(({ funding }) => funding === wish.funding);
  return pass && { labels: [...months], columns: portsOf(pass) };
}

/** Columns of a pass put together by port: one row a host, vehicle, segment …; JSON knows finite numbers only. */
function portsOf({ columns }: PassResult): Months['columns'] {
  const ports = Map.groupBy(columns, ({ port }) => port);
  return [...ports].map(([name, rows]) => ({
    name,
    room: rows[0]!.room,
    unit: rows[0]!.unit,
    doc: rows[0]!.doc,
    rows: rows.map(({ row }) => (row === '' ? 'all' : row)),
    values: rows.map(finiteValues),
  }));
}

function finiteValues({ values }: Column): (number | null)[] {
  return Array.from(values, (value) => (Number.isFinite(value) ? value : null));
}

function shellsOf({ entries, values }: ResolvedPlan): ShellRow[] {
  return (entries.shells ?? []).map((name) => {
    const value = (key: string) => values[`shells.${name}.${key}`]?.value;
    return {
      name,
      altitude_m: Number(value('altitude')),
      inclination_rad: Number(value('inclination')),
      planes: Number(value('planes')),
      perPlane: Number(value('perPlane')),
      nodes: value('nodes') === 'dawn-dusk' ? 'dawn-dusk' : 'spread',
      satellite: String(value('satellite')),
    };
  });
}
