import { expect, test } from 'vitest';
import { tally } from './tally.mjs';

function file(name: string, status: string, ...statuses: string[]) {
  return {
    name: `/checkout/${name}`,
    status,
    assertionResults: statuses.map((s, i) => ({ status: s, fullName: `t${i}` })),
  };
}

function count(status: number, ...testResults: ReturnType<typeof file>[]) {
  return tally({ testResults }, status, '/checkout');
}

test('passed, failed and skipped tests are told apart and named', () => {
  expect(count(1, file('a.test.ts', 'failed', 'passed', 'failed', 'skipped', 'pending', 'todo'))).toEqual({
    passed: 1,
    failed: ['a.test.ts: t1'],
    skipped: ['a.test.ts: t2', 'a.test.ts: t3', 'a.test.ts: t4'],
  });
});

test('a file that does not load counts as failed though it holds no test', () => {
  expect(count(1, file('broken.test.ts', 'failed')).failed).toEqual(['broken.test.ts']);
});

test('an error outside every test fails the run', () => {
  expect(count(1, file('a.test.ts', 'passed', 'passed')).failed).toEqual(['vitest ended with exit code 1']);
});

test('a run without a report has failed', () => {
  expect(tally(undefined, 0, '/checkout').failed).toHaveLength(1);
});
