import type { Command } from 'commander';

/** `feed bursts`. */
export function prepare(_command: Command): void {}
