import type { Fault } from '@kardashev/model/outcome/outcome.ts';

/** Ends work on a queue for a reason that people can mend. */
export class ClusterFault extends Error {
  override readonly name = 'ClusterFault';
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

export function otherCode(
  mine: string,
  studies: readonly { readonly edition: string; readonly version: string }[],
) {
  const theirs = studies.map(({ edition, version }) => `${version} (${edition})`).join(', ');
  return new ClusterFault({
    code: 'cluster/other-code',
    message: 'This worker is of another version than the studies at work, and is refused.',
    at: {},
    cause: `It has ${mine}; the studies have ${theirs}. Their rows would not be equal to the bit.`,
    fix: 'Bring the worker to the same commit and the same Node, and start it again.',
  });
}

export function taskFailed(reason: string): ClusterFault {
  return new ClusterFault({
    code: 'cluster/task-failed',
    message: 'A shard of the study failed at every try.',
    at: {},
    cause: reason,
    fix: 'See what its worker printed. What is done is kept: give the same command again.',
  });
}

export function notShared(folder: string, missing: number, seconds: number): ClusterFault {
  return new ClusterFault({
    code: 'cluster/not-shared',
    message: `Workers have written ${missing} shards that cannot be seen here.`,
    at: { file: folder },
    cause: `They did not show up within ${seconds} s: --out is no folder that all machines share, or not the same one.`,
    fix: 'Mount one folder on all machines, and name it with --out here and for every worker.',
  });
}
