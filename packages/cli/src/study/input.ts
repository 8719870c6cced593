import type { Catalogue } from '@kardashev/model/evidence/catalogue.ts';
import { entryOf, inline, readDocument, textOf as scalarText } from '@kardashev/model/evidence/document.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import {
  type Correlation,
  correlationsOf,
  readCorrelation,
  unreadable,
} from '@kardashev/model/study/monte-carlo/correlation.ts';
import { type Texts, textOf } from '../files.ts';
import type { Setting } from '../options.ts';
import { loadCatalogue, loadPlanWith } from '../plan-input.ts';
import { BadInput, need } from '../stop.ts';
import { type AsOf, asOf, frozen } from './as-of.ts';
import type { StudyOptions } from './options.ts';

/** A plan under a set of overrides. */
export interface Scenario {
  readonly name: string;
  readonly plan: ResolvedPlan;
  readonly asOf?: AsOf;
}

export interface StudyInput {
  readonly scenarios: readonly Scenario[];
  readonly correlations: readonly Correlation[];
}

/** Every plan under every set of overrides, and what moves together. */
export function studyInput(files: readonly string[], options: StudyOptions): StudyInput {
  const texts = new Map<string, string>();
  const catalogue = need(loadCatalogue(texts), texts);
  const cases =
    options.scenarios === undefined ? [{ name: '', set: [] }] : readCases(options.scenarios, texts);
  const scenarios = files.flatMap((file) =>
    cases.map((one) => scenarioOf(catalogue, file, one, options, texts, files.length * cases.length > 1)),
  );
  const own = options.correlations === undefined ? [] : readCorrelations(options.correlations, texts);
  return { scenarios, correlations: [...need(correlationsOf(catalogue), texts), ...own] };
}

interface Case {
  readonly name: string;
  readonly set: readonly Setting[];
}

function scenarioOf(
  catalogue: Catalogue,
  file: string,
  { name, set }: Case,
  options: StudyOptions,
  texts: Texts,
  several: boolean,
): Scenario {
  const overrides = [...options.set, ...set];
  const plan = need(loadPlanWith(catalogue, file, overrides, texts), texts);
  const label = several ? [plan.name, name].filter((part) => part !== '').join(' ') : plan.name;
  if (options.asOf === undefined) return { name: label, plan };
  const then = need(loadPlanWith(frozen(catalogue, options.asOf), file, overrides, texts), texts);
  return { name: label, plan: then, asOf: asOf(catalogue, plan, then, options.asOf) };
}

function read(file: string, texts: Texts) {
  return need(readDocument(file, need(textOf(file, texts))), texts);
}

/** `{name: {path.to.key: value, …}, …}`; a case without overrides is the plan as it stands. */
function readCases(file: string, texts: Texts): Case[] {
  const document = read(file, texts);
  const entries = document.kind === 'map' ? document.entries : [];
  const cases = entries.map(({ key, value }): Case | undefined => {
    if (value.kind === 'scalar' && value.value === null) return { name: key, set: [] };
    if (value.kind !== 'map') return undefined;
    return { name: key, set: value.entries.map((entry) => ({ path: entry.key, text: inline(entry.value) })) };
  });
  const known = cases.filter((one) => one !== undefined);
  if (known.length > 0 && known.length === cases.length) return known;
  throw new BadInput(
    [
      {
        code: 'study/scenarios',
        message: 'These are no scenarios.',
        at: document.place,
        cause: 'Wanted is a map of names, each with a map of overrides.',
        fix: 'Write low-rate: {capital.costOfCapital: 5 %/yr}, one a line.',
      },
    ],
    texts,
  );
}

/** A list of `{of: [one, other], correlation: 0.5}`. */
function readCorrelations(file: string, texts: Texts): Correlation[] {
  const document = read(file, texts);
  const items = document.kind === 'list' ? document.items : [];
  const found = items.map((item) => readCorrelation(item, scalarText(entryOf(item, 'source')) ?? file));
  const bad = items.find((_, index) => found[index] === undefined);
  if (items.length === 0 || bad) throw new BadInput([unreadable((bad ?? document).place)], texts);
  return found.filter((one) => one !== undefined);
}
