import { relative } from 'node:path';

/**
 * Counts what vitest's JSON report says. Beside failed tests it counts what fails without being a test: a
 * file that does not load, a hook that throws, an error that no test caught, a run that left no report.
 */
export function tally(report, status, root) {
  if (report === undefined) return { passed: 0, failed: ['vitest left no report'], skipped: [] };
  const result = { passed: 0, failed: [], skipped: [] };
  for (const file of report.testResults) countFile(file, relative(root, file.name), result);
  if (status !== 0 && result.failed.length === 0) result.failed.push(`vitest ended with exit code ${status}`);
  return result;
}

function countFile(file, path, result) {
  const failedBefore = result.failed.length;
  for (const { status, fullName } of file.assertionResults) {
    if (status === 'passed') result.passed += 1;
    else if (status === 'failed') result.failed.push(`${path}: ${fullName}`);
    else result.skipped.push(`${path}: ${fullName}`);
  }
  if (file.status === 'failed' && result.failed.length === failedBefore) result.failed.push(path);
}
