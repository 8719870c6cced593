import type { Compare, Difference, Explained, Said } from '@kardashev/contracts/compare.ts';
import type { ResolvedPlan, ResolvedValue } from '@kardashev/model/plan/resolved.ts';
import { type Factor, factorsOf } from '@kardashev/model/study/compare/factors.ts';
import type { CompareOf } from '@kardashev/server/compare.ts';
import type { StoredRun } from '@kardashev/store/run-folder.ts';
import { findRun } from '@kardashev/store/runs.ts';
import { comparePlans } from './compare/document.ts';
import { keptAnswer } from './kept-answer.ts';
import type { Errand, Standing, WorkBook } from './work-book.ts';

interface Answer {
  readonly explained: Explained[];
  readonly runs: number;
}

/** Orders in which assumptions are taken over: one and its reverse, as `kardashev compare` does. */
const orders = 2;
/** With two threads and more the one that answers others never computes. */
const workers = 2;

/**
 * Compares the runs of a folder: in what they differ at once, what each difference does when somebody asks.
 *
 * @param code hash of the code that explains
 */
export function servedCompare(runs: string, code: string, book: WorkBook): CompareOf {
  const finished = (name: string): StoredRun | undefined => {
    const found = findRun(runs, name);
    return found.ok && found.value.manifest.status === 'complete' ? found.value : undefined;
  };
  const asked =
    (way: (errand: Errand<Answer>) => Standing<Answer>) => async (left: string, right: string) => {
      const [a, b] = [finished(left), finished(right)];
      return a && b ? compareAnswer(a, b, code, way(errandOf(runs, a, b, code))) : undefined;
    };
  return { look: asked(book.look), start: asked(book.start), cancel: asked(book.cancel) };
}

function compareAnswer(
  a: StoredRun,
  b: StoredRun,
  code: string,
  { work, answer }: Standing<Answer>,
): Compare {
  return {
    a: a.manifest.run,
    b: b.manifest.run,
    seed: a.manifest.seed,
    sameCode: a.manifest.inputs.code === code && b.manifest.inputs.code === code,
    assumptions: factorsOf(a.manifest.plan, b.manifest.plan).map((factor) =>
      differenceOf(factor, a.manifest.plan, b.manifest.plan),
    ),
    work,
    explained: answer?.explained ?? null,
    runs: answer?.runs ?? null,
  };
}

function errandOf(runs: string, a: StoredRun, b: StoredRun, code: string): Errand<Answer> {
  const of = `${a.manifest.hash} ${b.manifest.hash} ${code}`;
  return {
    key: `compare ${a.folder} ${b.folder}`,
    ...keptAnswer<Answer>(a.folder, `compare-${b.manifest.run}.json`, of),
    async carryOut(signal, onProgress) {
      const view = {
        preparing: (_what: string, done: number, total: number) => onProgress(done, total),
        months() {},
        say() {},
        close() {},
      };
      const document = await comparePlans(
        a.manifest.plan,
        b.manifest.plan,
        { orders, seed: a.manifest.seed, out: runs },
        { workers, signal, view },
      );
      const explained = Object.entries(document.headlines).map(([headline, { unit, a, b, parts }]) => ({
        headline,
        unit,
        a,
        b,
        parts: parts.map((part) => ({ ...part })),
      }));
      return { explained, runs: document.runs };
    },
  };
}

function differenceOf({ name, paths, a, b }: Factor, left: ResolvedPlan, right: ResolvedPlan): Difference {
  const path = paths[0] ?? '';
  return {
    assumption: name,
    paths: [...paths],
    a: saidOf(a, left.values[path]),
    b: saidOf(b, right.values[path]),
  };
}

function saidOf(text: string, value: ResolvedValue | undefined): Said {
  const evidence = value?.evidence;
  const otherwise = value?.origin === 'override' ? 'set on the command line' : 'the plan itself';
  return {
    text,
    source: evidence?.source ?? otherwise,
    kind: evidence?.kind ?? 'assumed',
    asOf: evidence?.asOf ?? '',
  };
}
