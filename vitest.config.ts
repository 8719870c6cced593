import { defineConfig } from 'vitest/config';

export default defineConfig({
  // The page's components are Preact's.
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: [
      'packages/**/*.test.{ts,tsx}',
      'validation/**/*.test.ts',
      'tools/**/*.test.ts',
      'benchmarks/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', '**/runs/**'],
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
