import type { Command } from 'commander';

/** `network link`. */
export function prepare(_command: Command): void {}
