import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** A day of the whole fleet with its jobs in a process of its own, so that its memory is its own. */
export async function run(): Promise<void> {
  const script = fileURLToPath(new URL('./schedule-day.ts', import.meta.url));
  process.stdout.write(
    execFileSync(process.execPath, [script, ...process.argv.slice(3)], { encoding: 'utf8' }),
  );
}
