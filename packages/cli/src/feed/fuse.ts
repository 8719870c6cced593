import type { Command } from 'commander';

/** `feed fuse`. */
export function prepare(_command: Command): void {}
