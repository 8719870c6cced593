import type { Command } from 'commander';

/** `feed relevance`. */
export function prepare(_command: Command): void {}
