import type { Command } from 'commander';

/** `network rtt`. */
export function prepare(_command: Command): void {}
