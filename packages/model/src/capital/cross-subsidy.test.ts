import { describe, expect, it } from 'vitest';
import { crossSubsidy, starlinkPays } from './cross-subsidy.ts';

describe('who pays for whom', () => {
  it('finds the worst year within the limit', () => {
    const columns = {
      years: [2029, 2029, 2030, 2030, 2031],
      connectivity_USD: [4, 4, 3, 3, 0],
      ai_USD: [-5, -5, -20, 8, -100],
    };
    expect(starlinkPays(columns, 2030)).toEqual({ year: 2030, ratio: 0.5 });
  });

  it('needs no subsidy where AI earns its own', () => {
    expect(crossSubsidy(5, 3)).toBe(Infinity);
    expect(starlinkPays({ years: [2028], connectivity_USD: [1], ai_USD: [2] }, 2030)?.ratio).toBe(Infinity);
  });
});
