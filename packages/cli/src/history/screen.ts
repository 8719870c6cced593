import { baselineNames } from '@kardashev/model/transport/history/baselines.ts';
import type { Calibration } from '@kardashev/model/transport/history/calibrate.ts';
import type { Holdout } from '@kardashev/model/transport/history/holdout.ts';
import type { Comparison, OriginForecast } from '@kardashev/model/transport/history/origins.ts';
import type { LogRows } from '@kardashev/model/transport/history/rows.ts';
import type { ScoreSummary } from '@kardashev/model/transport/history/score.ts';
import { createColors } from 'picocolors';
import { fitLines } from './fit-lines.ts';

/** Fit, forecast and scores of a launch log, for people. */
export function historyScreen(
  file: string,
  calibration: Calibration,
  holdout: Holdout | undefined,
  colour: boolean,
): string {
  const paint = createColors(colour);
  const { fit, rows, remarks, forecast, origins, rolling } = calibration;
  const part = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ['', paint.bold(title), ...lines.map((line) => `  ${line}`)];
  const years = forecast.map(({ year, p10, p50, p90 }) => `${year}${cells([p10, p50, p90])}`);
  return [
    paint.bold(`${file}: ${fit.launches} launches, ${fit.from} to ${fit.until}`),
    `  ${rowsText(rows)}`,
    ...remarks.map(({ message }) => `  ${message}`),
    ...part('Fit (P10 · P50 · P90)', fitLines(fit)),
    ...part('Forecast, launches a year', [paint.dim(`    ${cells(['P10', 'P50', 'P90'])}`), ...years]),
    ...part(
      'Such forecasts made before, from what was known then',
      origins.length === 0 ? [] : table(origins, paint.dim),
    ),
    ...(rolling === undefined ? [] : summary(rolling, paint.dim)),
    ...(holdout === undefined ? [] : heldOut(holdout, part, paint.dim)),
  ].join('\n');
}

/** `284 rows used, 1 set aside: 1 lost-before-launch (line 30)`. */
export function rowsText({ used, setAside, reasons, lines }: LogRows): string {
  const told = Object.entries(reasons).map(([reason, count]) => {
    const at = lines[reason as keyof typeof lines];
    return `${count} ${reason}${at === undefined ? '' : ` (line ${at.join(', ')}${at.length < count ? ' …' : ''})`}`;
  });
  return `${used} rows used, ${setAside} set aside${told.length === 0 ? '' : `: ${told.join('; ')}`}`;
}

type Paint = (text: string) => string;

function heldOut(
  holdout: Holdout,
  part: (title: string, lines: readonly string[]) => string[],
  dim: Paint,
): string[] {
  const incomplete =
    holdout.incomplete.length === 0
      ? []
      : [`Not scored, not there in full: ${holdout.incomplete.join(', ')}`];
  return [
    ...part('Score', [rowsText(holdout.rows), ...incomplete, ...table(holdout.forecasts, dim)]),
    ...summary(holdout, dim),
  ];
}

function table(forecasts: readonly OriginForecast[], dim: Paint): string[] {
  const head = `from  for ${cells(['came', 'P10', 'P50', 'P90', 'CRPS', ...baselineNames])}`;
  const rows = forecasts.map(({ origin, year, launches, p10, p50, p90, score, baselines }) => {
    const others = baselineNames.map((name) => baselines[name]?.crps.toFixed(1) ?? '–');
    return `${origin}  ${year}${cells([launches, p10, p50, p90, score.crps.toFixed(1), ...others])}`;
  });
  return [dim(head), ...rows];
}

function summary(comparison: Comparison, dim: Paint): string[] {
  const rows: [string, ScoreSummary | undefined][] = [
    ['this forecast', comparison],
    ...baselineNames.map((name): [string, ScoreSummary | undefined] => [name, comparison.baselines[name]]),
  ];
  return [
    '',
    dim(`  ${''.padEnd(16)}${cells(['CRPS', 'error', 'held in P10–P90'])}`),
    ...rows.map(([name, score]) => {
      const values =
        score === undefined
          ? ['–', '–', '–']
          : [score.crps.toFixed(2), percent(score.mape), percent(score.coverage)];
      return `  ${name.padEnd(16)}${cells(values)}`;
    }),
  ];
}

const percent = (share: number): string => `${(100 * share).toFixed(0)} %`;
const cells = (values: readonly (string | number)[]): string =>
  values.map((value) => String(value).padStart(Math.max(8, String(value).length + 2))).join('');
