// npm test: everything CI runs. Ends with one line that counts it all: "N passed, N failed[, N skipped]".
// With arguments, vitest alone runs, with those arguments.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildPage, install, main, node24, npm, root, run, say } from './install.mjs';
import { tally } from './tally.mjs';

const checks = [
  { name: 'types', passes: () => npm(['run', '--silent', 'typecheck']) === 0 },
  { name: 'lint', passes: () => npm(['run', '--silent', 'lint']) === 0 },
  { name: 'page build', passes: () => buildPage() },
];

function runChecks() {
  const failed = checks.filter(({ name, passes }) => {
    say(`\n── ${name}`);
    return !passes();
  });
  return { passed: checks.length - failed.length, failed: failed.map(({ name }) => name), skipped: [] };
}

function runVitest(args) {
  say('\n── tests');
  const folder = mkdtempSync(join(tmpdir(), 'kardashev-test-'));
  const file = join(folder, 'report.json');
  const vitest = join(root, 'node_modules/vitest/vitest.mjs');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = run(node24(), [vitest, 'run', ...reporters, ...args]);
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
  rmSync(folder, { recursive: true });
  return tally(report, status, root);
}

await main(() => {
  install();
  const args = process.argv.slice(2);
  const parts = args.length > 0 ? [runVitest(args)] : [runChecks(), runVitest([])];
  const passed = parts.reduce((sum, part) => sum + part.passed, 0);
  const failed = parts.flatMap((part) => part.failed);
  const skipped = parts.flatMap((part) => part.skipped);

  for (const name of skipped) console.log(`skipped: ${name}`);
  // Where everything the tests need is at hand, a skipped test is one that did not do its work.
  if (process.env.KARDASHEV_NO_SKIP === '1') failed.push(...skipped.splice(0));
  for (const name of failed) console.log(`failed: ${name}`);
  const more = skipped.length > 0 ? `, ${skipped.length} skipped` : '';
  console.log(`${passed} passed, ${failed.length} failed${more}`);
  process.exitCode = failed.length > 0 ? 1 : 0;
});
