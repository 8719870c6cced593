import type { Command } from 'commander';

/** `feed task`. */
export function prepare(_command: Command): void {}
