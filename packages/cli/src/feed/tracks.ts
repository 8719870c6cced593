import type { Command } from 'commander';

/** `feed tracks`. */
export function prepare(_command: Command): void {}
