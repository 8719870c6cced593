import type { Command } from 'commander';
import { refuse } from '../orbit/faults.ts';
import { trainOne } from '../train/one.ts';
import { type TrainOptions, withTrain } from '../train/options.ts';
import { trainRows } from '../train/rows.ts';
import { trainSearch } from '../train/search.ts';

/** `train`: step time of a split, of every row of a file, or the best split. */
export function prepare(command: Command): void {
  withTrain(command).action((what: string | undefined, options: TrainOptions) => {
    if (what !== undefined && what !== 'search') {
      refuse(
        'command/usage',
        'train',
        `There is no "train ${what}".`,
        'There is train, and train search.',
        'Name the model with --model.',
      );
    }
    if (what === 'search') trainSearch(options);
    else if (options.csv !== undefined) trainRows(options.csv, options);
    else trainOne(options);
  });
}
