import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { faultCodes, referencePages, root } from './pages.ts';

it.each([...referencePages()])('%s is what the code says (npm run reference)', (path, text) => {
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

it('every fault code has its cause and fix in docs/reference/errors.md', () => {
  const page = readFileSync(join(root, 'docs/reference/errors.md'), 'utf8');
  const codes = faultCodes();
  expect(codes).toContain('plan/unknown-key');
  expect(codes.filter((code) => !page.includes(`| \`${code}\` |`))).toEqual([]);
});
