import { type Calibration, calibrate } from '@kardashev/model/transport/history/calibrate.ts';
import { type Holdout, holdOut } from '@kardashev/model/transport/history/holdout.ts';
import type { Texts } from '../files.ts';
import { columnsOf, logOf, untilOf, yearsOf } from '../history/input.ts';
import { historyScreen } from '../history/screen.ts';
import { csv } from '../layout.ts';
import { print, printJson, writeTo } from '../output.ts';
import { need } from '../stop.ts';
import type { CampaignOptions } from './campaign.ts';

type Options = Pick<CampaignOptions, 'until' | 'forecast' | 'score' | 'columns' | 'seed' | 'json' | 'csv'>;

/** `campaign --history CSV`: fits a launch log, forecasts years and scores them. */
export async function campaignOfHistory(file: string, options: Options): Promise<void> {
  const texts: Texts = new Map();
  const columns = columnsOf(options.columns);
  const log = logOf(file, columns, texts);
  const until = untilOf(options.until, log);
  const years = yearsOf(options.forecast, until);
  const calibration = need(calibrate(log, file, until, years, options.seed), texts);
  const holdout =
    options.score === undefined
      ? undefined
      : need(holdOut(calibration, logOf(options.score, columns, texts), options.score, options.seed), texts);
  if (options.csv !== undefined) writeTo(options.csv, forecastCsv(calibration));
  if (options.json) printJson(documentOf(calibration, holdout, options.seed));
  else if (options.csv !== '-')
    print(historyScreen(file, calibration, holdout, process.stdout.isTTY === true));
}

function documentOf(
  { fit, forecast, rows, remarks, rolling, origins }: Calibration,
  holdout: Holdout | undefined,
  seed: number,
) {
  return {
    fit,
    forecast,
    ...(holdout === undefined ? {} : { score: scoreOf(holdout) }),
    rows,
    remarks,
    rollingOrigins: rolling === undefined ? null : { ...rolling, forecasts: origins },
    seed,
  };
}

function scoreOf({ coverage, mape, crps, baselines, forecasts, rows, incomplete }: Holdout) {
  return { coverage, mape, crps, baselines, forecasts, rows, incomplete };
}

function forecastCsv({ forecast }: Calibration): string {
  return csv([
    ['year', 'p10', 'p50', 'p90'],
    ...forecast.map(({ year, p10, p50, p90 }) => [year, p10, p50, p90]),
  ]);
}
