import { describe, expect, it } from 'vitest';
import { bundle, initial_B, initialBudget_B } from '../dev/bundle.ts';

describe('what goes over the wire', () => {
  it('before the first figure is within its budget; three.js, uPlot and the model come after it', async () => {
    const files = await bundle();
    const largest = files.filter(({ initial }) => initial).map(({ name, gzip_B }) => `${name} ${gzip_B}`);
    expect(initial_B(files), largest.join(', ')).toBeLessThanOrEqual(initialBudget_B);
    expect(files.some(({ initial }) => initial)).toBe(true);
    expect(files.some(({ initial }) => !initial)).toBe(true);
  }, 120_000);
});
