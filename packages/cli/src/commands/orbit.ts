import type { Command } from 'commander';
import { refuse } from '../orbit/faults.ts';
import { type OrbitOptions, withOrbit } from '../orbit/options.ts';
import { runElementSets } from '../orbit/run-element-sets.ts';
import { runOrbit } from '../orbit/run-orbit.ts';
import { runState } from '../orbit/run-state.ts';

/** `orbit`: period, drift, sunlight and eclipses of an orbit, of element sets, or of a state vector. */
export function prepare(command: Command): void {
  withOrbit(command).action((options: OrbitOptions) => {
    if (options.tle !== undefined && options.state !== undefined) {
      refuse(
        'command/usage',
        '--state',
        'Both --tle and --state are given.',
        'Each is an orbit of its own.',
        'Leave one of them out.',
      );
    }
    if (options.tle !== undefined) runElementSets(options, options.tle);
    else if (options.state !== undefined) runState(options, options.state);
    else runOrbit(options);
  });
}
