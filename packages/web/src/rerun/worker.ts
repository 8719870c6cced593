import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import { attributeFacts } from './attributes.ts';
import { fillTables } from './fill.ts';
import type { Ask, FaultAt, Tell } from './messages.ts';
import { RerunModel } from './model.ts';
import { TableShelf } from './table-shelf.ts';

/*
 * The thread in which the model runs: the page stays free. A newer question ends the
 * work on an older one, between two passes or between two stretches of a table.
 */

let model: RerunModel | undefined;
let current = new AbortController();

const tell = (message: Tell) => postMessage(message);

async function keptTable(key: string): Promise<Float64Array | undefined> {
  const answer = await fetch(`/api/tables/${key}`);
  if (!answer.ok) return undefined;
  const bytes = new DataView(await answer.arrayBuffer());
  return Float64Array.from({ length: bytes.byteLength / 8 }, (_, index) => bytes.getFloat64(8 * index, true));
}

/** A turn of the event loop, so that a newer question can be heard. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

async function run(ask: Extract<Ask, { kind: 'run' }>, signal: AbortSignal): Promise<void> {
  const { turn } = ask;
  const outcome = await model?.run({
    ...ask,
    onFilling: (done, total) => tell({ kind: 'filling', turn, done, total }),
    onRun: (rerun) => tell({ kind: 'ran', turn, ...rerun }),
    clock: () => performance.now(),
    breathe,
    signal,
  });
  if (outcome && !outcome.ok) tell({ kind: 'refused', turn, faults: outcome.faults.map(placed) });
}

function placed({ code, message, cause, fix, at }: Fault): FaultAt {
  return { path: at.path ?? '', code, message, cause, fix };
}

function open({ document, verdict }: Extract<Ask, { kind: 'open' }>): void {
  const shelf = new TableShelf({ kept: keptTable, fill: fillTables }, Object.values(document.tables));
  model = new RerunModel(document, verdict, shelf);
  tell({ kind: 'opened', attributes: attributeFacts(document.plan as ResolvedPlan) });
}

addEventListener('message', ({ data: ask }: MessageEvent<Ask>) => {
  switch (ask.kind) {
    case 'open':
      return open(ask);
    case 'months':
      return tell({ kind: 'answer', id: ask.id, value: model?.months(ask.funding, ask.columns) });
    case 'run':
      return answer(ask);
  }
});

async function answer(ask: Extract<Ask, { kind: 'run' }>): Promise<void> {
  current.abort();
  current = new AbortController();
  const { signal } = current;
  try {
    await run(ask, signal);
  } catch (error) {
    if (signal.aborted) return;
    tell({ kind: 'broke', turn: ask.turn, cause: error instanceof Error ? error.message : String(error) });
  }
}
