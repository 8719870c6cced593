import type { Command } from 'commander';

/** `feed replay`. */
export function prepare(_command: Command): void {}
