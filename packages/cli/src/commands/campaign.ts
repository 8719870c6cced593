import { type Command, Option } from 'commander';
import { type OutputOptions, type Setting, whole, withAssumptions, withOutput } from '../options.ts';
import { BadInput } from '../stop.ts';
import { campaignOfHistory } from './campaign-history.ts';
import { manifestOfPlan } from './campaign-manifest.ts';
import { campaignOfPlan } from './campaign-plan.ts';
import { skyOfPlan } from './campaign-sky.ts';

/** All options of `campaign`. Those of the record belong to `--history`, the others to a plan. */
export interface CampaignOptions extends OutputOptions {
  readonly set: readonly Setting[];
  readonly seed: number;
  readonly seeds: number;
  readonly out?: string;
  /** Month from which one more of each is counted, `YYYY-MM`. */
  readonly at?: string;
  /** Launch log to fit on. */
  readonly history?: string;
  /** Last day of the log that may be used, `YYYY-MM-DD`. */
  readonly until?: string;
  /** Years to forecast, `2024..2025`. */
  readonly forecast?: string;
  /** Launch log to score the forecast by. */
  readonly score?: string;
  /** Names of columns, `launch_date=Date,pad=Site`. */
  readonly columns?: string;
  /** Where the launch manifest and the calendar of the pads go. */
  readonly manifest?: string;
  readonly calendar?: string;
  /** Encounters by shell and the sky of the decades after. */
  readonly sky?: boolean;
  /** Collisions of the sky take satellites out of the campaign. */
  readonly feedback?: boolean;
}

const examples = `
Examples:
  kardashev campaign plans/million.yaml --seeds 20 --json
  kardashev campaign plans/million.yaml --set funding=books --at 2030-01
  kardashev campaign plans/base/company.yaml --sky --feedback
  kardashev campaign plans/base/company.yaml --manifest manifest.csv --calendar pads.csv
  kardashev campaign --history log.csv --until 2023-12-31 --forecast 2024..2025 --score later.csv
  kardashev campaign --history log.csv --columns launch_date=Date,outcome_code=Result`;

/** `campaign PLAN`: a plan's launches event by event. `campaign --history CSV`: fit, forecast and score. */
export function prepare(command: Command): void {
  withAssumptions(withOutput(command, 'the years'))
    .option('--seeds <n>', 'how many campaigns are drawn', whole(1, 100_000), 5)
    .option('--out <dir>', 'folder for the document, the years and every launch of the first seed')
    .option('--at <month>', 'month from which one more of each is counted, YYYY-MM')
    .option('--history <file>', 'fit on a launch log instead of simulating a plan')
    .option('--until <date>', 'last day of the log that may be used, YYYY-MM-DD')
    .option('--forecast <years>', 'years to forecast, as 2024..2025')
    .option('--score <file>', 'score the forecast by a launch log of the years after')
    .addOption(new Option('--columns <names>', 'columns of the log, as launch_date=Date,pad=Site'))
    .option('--manifest <file>', 'which satellites go to which plane on which launch, as CSV')
    .option('--calendar <file>', "the pads' calendar of that manifest, as CSV")
    .option('--sky', 'encounters, collisions and debris by shell, for decades')
    .option('--feedback', 'the same, with collisions taking satellites out of the campaign, until both agree')
    .addHelpText('after', examples)
    .action(async (plan: string | undefined, options: CampaignOptions) => {
      if (plan !== undefined && (options.manifest ?? options.calendar) !== undefined) {
        await manifestOfPlan(plan, options);
      } else if (plan !== undefined && (options.sky || options.feedback)) await skyOfPlan(plan, options);
      else if (options.history === undefined) await campaignOfPlan(plan ?? 'plans/million.yaml', options);
      else if (plan === undefined) await campaignOfHistory(options.history, options);
      else throw new BadInput([bothFault(plan)]);
    });
}

function bothFault(plan: string) {
  return {
    code: 'command/usage',
    message: `Both a plan (${plan}) and --history are given.`,
    at: {},
    cause: 'A launch log is fitted and forecast without a plan.',
    fix: 'Leave one of them out.',
  };
}
