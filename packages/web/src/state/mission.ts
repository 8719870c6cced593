import type { Funding, RunSummary } from '@kardashev/contracts/run.ts';
import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { batch, computed, effect, signal } from '@preact/signals';
import { both, fetchMonths, fetchRuns, fetchShells, fetchVerdict, type Load, loading } from '../api/api.ts';
import { type MonthTable, monthTable } from '../months/table.ts';
import { wantedColumns } from './columns.ts';
import { passesOf } from './passes.ts';

/** What the page shows of one run, all from one pass of it. */
export interface Mission {
  readonly verdict: Verdict;
  readonly shells: readonly ShellRow[];
  readonly table: MonthTable;
  readonly funding: Funding;
}

export const runs = signal<Load<readonly RunSummary[]>>(loading);
export const mission = signal<Load<Mission>>(loading);
/** Index of the month on show. */
export const month = signal(0);
export const playing = signal(false);

export const ready = computed(() => (mission.value.state === 'ready' ? mission.value.value : undefined));
export const lastMonth = computed(() => Math.max(0, (ready.value?.table.labels.length ?? 1) - 1));
export const monthLabel = computed(() => ready.value?.table.labels[month.value] ?? '');

interface Wish {
  readonly run?: string;
  readonly funding?: Funding;
  readonly month?: string;
}

/** Opens a run that the address names, or the newest finished one. */
export async function start(wish: Wish): Promise<void> {
  runs.value = loading;
  const list = await fetchRuns();
  if (list.state !== 'ready') {
    runs.value = list;
    return;
  }
  const finished = list.value.runs.filter(({ state }) => state === 'finished');
  const chosen = finished.find(({ run }) => run === wish.run) ?? finished[0];
  const opening = chosen && open(chosen.run, chosen.run === wish.run ? wish.funding : undefined, wish.month);
  runs.value = { state: 'ready', value: list.value.runs };
  await opening;
}

/** Opens the first run there is as soon as one is finished, where there was none to begin with. */
export function awaitFirstRun(): () => void {
  return effect(() => {
    if (runs.value.state !== 'ready' || latest > 0) return;
    const first = runs.value.value.find(({ state }) => state === 'finished');
    if (first) open(first.run, undefined, '');
  });
}

/** Counts what was opened: the last one wins. */
let latest = 0;

/** Shows a run; the month on show is kept where the run has it. */
export async function open(run: string, funding?: Funding, label = monthLabel.value): Promise<void> {
  const turn = ++latest;
  playing.value = false;
  if (ready.value?.verdict.run !== run) mission.value = loading;
  const documents = await load(run, funding);
  // Somebody has chosen another run meanwhile.
  if (turn !== latest) return;
  batch(() => {
    mission.value = documents;
    const index = ready.value?.table.labels.indexOf(label) ?? -1;
    month.value = index >= 0 ? index : lastMonth.value;
  });
}

/** All documents at once; the months of a pass that the run lacks are asked for again as the plan's own. */
async function load(run: string, wish: Funding | undefined): Promise<Load<Mission>> {
  const asked = await Promise.all([
    fetchVerdict(run),
    fetchShells(run),
    fetchMonths(run, wantedColumns, wish),
  ]);
  const first = both(asked[0], asked[1]);
  if (first.state !== 'ready') return first;
  const [verdict, { shells }] = first.value;
  const known = wish === undefined || passesOf(verdict).includes(wish);
  const months = known ? asked[2] : await fetchMonths(run, wantedColumns);
  if (months.state !== 'ready') return months;
  const funding = known && wish ? wish : verdict.funding;
  return { state: 'ready', value: { verdict, shells, table: monthTable(months.value), funding } };
}

export function goTo(index: number): void {
  month.value = Math.min(lastMonth.value, Math.max(0, Math.round(index)));
}

/** Goes to a month by its label, if the run has it. */
export function goToMonth(label: string): void {
  const index = ready.value?.table.labels.indexOf(label) ?? -1;
  if (index >= 0) goTo(index);
}
