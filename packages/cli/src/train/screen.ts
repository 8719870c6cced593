import { formatMoney, formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';
import { fit } from '../layout.ts';
import { timeText } from '../number-text.ts';
import type { splitDocument, TrainDocument } from './document.ts';
import type { PredictedRow, RowsSummary } from './rows.ts';

const margin = 12;
const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)} %`;
const gigabytes = (bytes: number): string => `${formatNumber(bytes / 1e9)} GB`;

const words: Readonly<Record<string, string>> = {
  matrix: 'matrix products',
  memory: 'memory',
  overhead: 'kernels',
  host: 'waiting for the host',
  tensorExchange: 'exchange in tensor groups',
  expertExchange: 'to experts and back',
  contextExchange: 'exchange along sequences',
  pipelineExchange: 'handing on between stages',
  dataExchange: 'gradients',
  bubble: 'pipeline bubble',
  optimiser: 'optimiser',
};

type Split = ReturnType<typeof splitDocument>;

function splitText({ layout, accelerators }: Split): string {
  const { tensor, pipeline, data, context, expert, microBatch, interleave, globalBatch, recompute } = layout;
  const parts = [
    `tensor ${tensor}`,
    `pipeline ${pipeline}${interleave > 1 ? ` in ${interleave} chunks` : ''}`,
    ...(context > 1 ? [`context ${context}`] : []),
    `data ${data}`,
    ...(expert > 1 ? [`experts ${expert}`] : []),
  ];
  const again = recompute === 'none' ? 'nothing recomputed' : `${recompute} recomputation`;
  return `${accelerators} accelerators: ${parts.join(' × ')}; batch ${globalBatch} in micro-batches of ${microBatch}, ${again}`;
}

/** One split on one screen: step, what it goes into, and the run where one was asked for. */
export function trainScreen(found: TrainDocument, colour: boolean): string {
  const paint = createColors(colour);
  const line = (label: string, text: string): string => `${paint.dim(label.padEnd(margin))}${text}`;
  const parts = Object.entries(found.breakdown_s)
    .filter(([, value]) => value > found.iterationTime_s / 1000)
    .map(([part, value]) => `${words[part] ?? part} ${percent(value / found.iterationTime_s)}`);
  return [
    paint.bold(`${found.model} on ${found.system}, ${found.precision}`),
    splitText(found),
    '',
    line(
      'step',
      `${timeText(found.iterationTime_s)}, ${formatQuantity(found.tokensPerSecond, '')} tokens a second`.replace(
        '  ',
        ' ',
      ),
    ),
    line(
      'achieved',
      `${formatQuantity(found.achieved_FLOPsPerAccelerator, 'FLOP/s')} an accelerator; MFU ${percent(found.mfu)}, HFU ${percent(found.hfu)}`,
    ),
    line('', paint.dim(found.flopConvention)),
    line('memory', `${gigabytes(found.memory_bytes)} on the fullest accelerator`),
    line('goes into', parts.join(', ')),
    ...(found.days === undefined ? [] : runLines(found, line)),
  ].join('\n');
}

function runLines(found: TrainDocument, line: (label: string, text: string) => string): string[] {
  const { run, tokens, days, energy_J, cost_USD } = found;
  if (run === undefined) return [];
  const { factors } = run;
  const losses = [
    `stragglers ${percent(1 - factors.stragglers)}`,
    ...(factors.throttle < 1 ? [`held-back power ${percent(1 - factors.throttle)}`] : []),
    ...(run.islands > 1 ? [`${run.islands} islands ${percent(1 - factors.islands)}`] : []),
    `failures ${percent(1 - factors.failures)}`,
  ];
  return [
    '',
    line(
      'run',
      `${formatQuantity(tokens!, '').trim()} tokens in ${formatNumber(days!)} days, ${formatQuantity(energy_J!, 'J')}, ${formatMoney(cost_USD!)}`,
    ),
    line('lost to', losses.join(', ')),
    line(
      '',
      `interrupted every ${timeText(run.interruptionEvery_s)}, checkpoint every ${timeText(run.checkpointEvery_s)}`,
    ),
  ];
}

/** Rows beside what was measured; the worst are marked. */
export function rowsScreen(rows: readonly PredictedRow[], summary: RowsSummary, colour: boolean): string {
  const paint = createColors(colour);
  const head = `${fit('line', 6, true)}${fit('split', 22, true)}${fit('batch', 8, true)}${fit('micro', 7, true)}${fit('predicted ms', 15, true)}${fit('measured ms', 14, true)}${fit('error', 9, true)}`;
  const body = rows.map(({ row, found, predicted_ms, error }) => {
    const { layout } = found;
    const woven = layout.interleave > 1 ? `/${layout.interleave}` : '';
    const split = `${layout.tensor} × ${layout.pipeline}${woven} × ${layout.data}`;
    const said = error === null ? '–' : percent(error);
    return `${fit(String(row.line), 6, true)}${fit(split, 22, true)}${fit(String(layout.globalBatch), 8, true)}${fit(String(layout.microBatch), 7, true)}${fit(predicted_ms.toFixed(1), 15, true)}${fit(row.measured_ms === undefined ? '–' : String(row.measured_ms), 14, true)}${fit(said, 9, true)}${found.feasible ? '' : paint.red('  does not fit')}`;
  });
  const score =
    summary.mape === null
      ? 'Nothing was measured.'
      : `Mean absolute error ${percent(summary.mape)}, bias ${percent(summary.bias!)} over ${summary.scored} rows.`;
  return [
    paint.dim(head),
    ...body,
    '',
    `${score} ${paint.dim(`Split: tensor × pipeline × data. ${summary.flopConvention}.`)}`,
  ].join('\n');
}

/** The best splits, the fastest first. */
export function searchScreen(
  found: {
    readonly model: string;
    readonly system: string;
    readonly accelerators: number;
    readonly globalBatch: number;
    readonly flopConvention: string;
    readonly configurations: number;
    readonly feasible: number;
    readonly wall_s: number;
    readonly best: readonly Split[];
  },
  colour: boolean,
): string {
  const paint = createColors(colour);
  const head = `${fit('tensor', 7, true)}${fit('stages', 8, true)}${fit('chunks', 8, true)}${fit('context', 8, true)}${fit('data', 7, true)}${fit('experts', 9, true)}${fit('micro', 7, true)}  ${fit('recompute', 10)}${fit('step', 12, true)}${fit('MFU', 9, true)}${fit('memory', 10, true)}`;
  const body = found.best.map(({ layout, iterationTime_s, mfu, memory_bytes }) =>
    [
      fit(String(layout.tensor), 7, true),
      fit(String(layout.pipeline), 8, true),
      fit(String(layout.interleave), 8, true),
      fit(String(layout.context), 8, true),
      fit(String(layout.data), 7, true),
      fit(String(layout.expert), 9, true),
      fit(String(layout.microBatch), 7, true),
      `  ${fit(layout.recompute, 10)}`,
      fit(`${iterationTime_s.toFixed(3)} s`, 12, true),
      fit(percent(mfu), 9, true),
      fit(gigabytes(memory_bytes), 10, true),
    ].join(''),
  );
  return [
    paint.bold(
      `${found.model} on ${found.accelerators} accelerators of ${found.system}, batch ${found.globalBatch}`,
    ),
    '',
    paint.dim(head),
    ...body,
    '',
    `${found.configurations} splits divide, ${found.feasible} of them fit; looked at in ${found.wall_s.toFixed(2)} s. ${paint.dim(`${found.flopConvention}.`)}`,
  ].join('\n');
}
