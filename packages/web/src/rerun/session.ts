import type { Months } from '@kardashev/contracts/months.ts';
import type { PlanDocument } from '@kardashev/contracts/plan.ts';
import type { Funding } from '@kardashev/contracts/run.ts';
import { batch, effect, signal } from '@preact/signals';
import { fetchPlan, type Load, loading } from '../api/api.ts';
import { instead } from '../api/instead.ts';
import { monthTable } from '../months/table.ts';
import { wantedColumns } from '../state/columns.ts';
import { type Mission, mission, open, ready } from '../state/mission.ts';
import { answerOf } from './answers.ts';
import { adopt, type ChangeMap, changes } from './changes.ts';
import type { AttributeFacts, Rerun, Tell } from './messages.ts';
import { keptMission, rerunState } from './state.ts';
import { RerunThread } from './thread.ts';
import { missing, stumbled } from './troubles.ts';

/** A plan at hand in the page, with what its schema says of each value. */
export interface OpenPlan {
  readonly document: PlanDocument;
  readonly attributes: { readonly [path: string]: AttributeFacts };
}

/** The plan of the run on show. */
export const openPlan = signal<Load<OpenPlan>>(loading);

interface Session {
  readonly run: string;
  readonly thread: RerunThread;
  end(): void;
}

let session: Session | undefined;

/** Makes the run on show one that can be changed. What is changed already, by a link, is computed at once. */
export async function beginSession(shown: Mission): Promise<void> {
  const { run } = shown.verdict;
  if (session?.run === run) return;
  session?.end();
  openPlan.value = loading;
  const { thread, hear } = threadOf(run);
  const stops: (() => void)[] = [];
  const own: Session = {
    run,
    thread,
    end() {
      for (const stop of stops) stop();
      thread.end();
      delete instead.answer;
      if (session === own) session = undefined;
      batch(() => {
        keptMission.value = undefined;
        rerunState.value = { state: 'kept' };
      });
    },
  };
  session = own;
  const document = await fetchPlan(run);
  if (session !== own) return;
  if (document.state !== 'ready') {
    own.end();
    openPlan.value = document.state === 'failed' ? document : { state: 'failed', trouble: missing() };
    return;
  }
  hear((attributes) => {
    openPlan.value = { state: 'ready', value: { document: document.value, attributes } };
  });
  thread.say({ kind: 'open', document: document.value, verdict: shown.verdict });
  stops.push(followChanges(own, shown), followRun(own));
}

let turn = 0;
let asked_ms = 0;

function threadOf(run: string) {
  let opened: (attributes: OpenPlan['attributes']) => void = () => {};
  const listen = (told: Exclude<Tell, { kind: 'answer' }>): void => {
    if (told.kind === 'opened') opened(told.attributes);
    // An older question's answer, or that of a run without changes, which only warms the model up.
    if (told.kind === 'opened' || told.turn !== turn || session?.run !== run) return;
    switch (told.kind) {
      case 'filling':
        rerunState.value = { state: 'computing', filling: { done: told.done, total: told.total } };
        return;
      case 'refused':
        rerunState.value = { state: 'refused', faults: told.faults };
        return;
      case 'broke':
        rerunState.value = { state: 'failed', trouble: stumbled(told.cause) };
        return;
      case 'ran':
        // In place of a hash, which only kept runs have: views tell by it that their documents are old.
        show({ ...told, verdict: { ...told.verdict, hash: `changed here ${turn}` } });
    }
  };
  const thread = new RerunThread(listen, (cause) => {
    rerunState.value = { state: 'failed', trouble: stumbled(cause) };
  });
  const hear = (then: (attributes: OpenPlan['attributes']) => void): void => {
    opened = then;
  };
  return { thread, hear };
}

/** One swap of the mission: every view follows. */
function show(rerun: Rerun): void {
  const now = ready.value;
  if (!now) return;
  // Another pass was chosen meanwhile: it is asked of the thread.
  const turned = now.funding !== rerun.funding;
  batch(() => {
    keptMission.value ??= now;
    rerunState.value = { state: 'shown', rerun, taken_ms: performance.now() - asked_ms };
    if (rerun.complete) instead.answer = (path) => answerOf(path, rerun, monthsHere);
    if (!turned) mission.value = { state: 'ready', value: missionOf(rerun) };
  });
  if (turned && rerun.complete) void open(rerun.verdict.run, now.funding);
}

function missionOf({ verdict, shells, months, funding }: Rerun): Mission {
  return { verdict, shells, table: monthTable(months), funding };
}

const monthsHere = async (funding: Funding, columns?: readonly string[]) =>
  (await session?.thread.ask({ kind: 'months', funding, columns })) as Months | undefined;

/** Computes what is changed, and goes back to the kept run where nothing is. */
function followChanges({ thread }: Session, shown: Mission): () => void {
  let first = true;
  return effect(() => {
    const wanted: ChangeMap = changes.value;
    turn++;
    if (wanted.size === 0) {
      // Unseen, so that the model is warm and its tables are here when the first change comes.
      if (first) thread.say(runAsk(-turn, wanted, shown.funding));
      else restore();
    } else {
      asked_ms = performance.now();
      rerunState.value = { state: 'computing' };
      thread.say(runAsk(turn, wanted, ready.peek()?.funding ?? shown.funding));
    }
    first = false;
  });
}

function runAsk(turn: number, wanted: ChangeMap, funding: Funding) {
  return { kind: 'run', turn, changes: [...wanted], funding, columns: wantedColumns } as const;
}

function restore(): void {
  const kept = keptMission.peek();
  const funding = ready.peek()?.funding;
  delete instead.answer;
  batch(() => {
    keptMission.value = undefined;
    rerunState.value = { state: 'kept' };
    if (kept) mission.value = { state: 'ready', value: kept };
  });
  if (kept && funding && funding !== kept.funding) void open(kept.verdict.run, funding);
}

/** Another run on show ends the session; what was changed of this one is not meant for that one. */
function followRun(own: Session): () => void {
  return effect(() => {
    const run = ready.value?.verdict.run;
    if (!run || run === own.run) return;
    queueMicrotask(() => {
      own.end();
      adopt(new Map());
    });
  });
}
