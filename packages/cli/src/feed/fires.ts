import type { Command } from 'commander';

/** `feed fires`. */
export function prepare(_command: Command): void {}
