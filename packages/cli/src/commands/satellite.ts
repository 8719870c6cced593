import type { Command } from 'commander';
import { type SatelliteOptions, withSatellite } from '../satellite/options.ts';
import { runSatellite } from '../satellite/run.ts';

/** `satellite [NAME]`: sizes or checks one satellite on its orbit, through every day of a year at one age. */
export function prepare(command: Command): void {
  withSatellite(command).action((name: string | undefined, options: SatelliteOptions) =>
    runSatellite(name, options),
  );
}
