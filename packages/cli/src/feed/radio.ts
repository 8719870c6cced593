import type { Command } from 'commander';

/** `feed radio`. */
export function prepare(_command: Command): void {}
