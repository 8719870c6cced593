import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';

const forwarded = ['SIGTERM', 'SIGHUP', 'SIGINT'];

/**
 * Runs a program in place of this one: same terminal, signals passed on, and this process ends the way the
 * program ended.
 */
export function become(program, args, env = process.env) {
  const child = spawn(program, args, { stdio: 'inherit', env });
  for (const signal of forwarded) {
    process.on(signal, () => {
      // A terminal sends Ctrl-C to the whole group. Passing it on would make it two, which means "at once".
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    });
  }
  child.on('error', (error) => {
    process.stderr.write(`Cannot start ${program}: ${error.message}\n`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 1);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    // Where the signal did not end us (it may be blocked), end as a shell would report it.
    setTimeout(() => process.exit(128 + (constants.signals[signal] ?? 0)), 100);
  });
}

/** The Node that came with the dependencies, as the npm package `node`; undefined where it did not. */
export function bundledNode() {
  try {
    const manifest = createRequire(import.meta.url).resolve('node/package.json');
    const { bin } = JSON.parse(readFileSync(manifest, 'utf8'));
    const program = join(dirname(manifest), typeof bin === 'string' ? bin : bin.node);
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}
