import type { Command } from 'commander';

/** `feed places`. */
export function prepare(_command: Command): void {}
