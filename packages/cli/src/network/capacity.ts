import type { Command } from 'commander';

/** `network capacity`. */
export function prepare(_command: Command): void {}
