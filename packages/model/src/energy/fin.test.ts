import { describe, expect, it } from 'vitest';
import { stefanBoltzmann_Wperm2perK4 } from '../sky/constants.ts';
import { type Fin, finEfficiency, finTipShare } from './fin.ts';

/** Exact efficiency of a fin that radiates with the fourth power, by shooting from its insulated tip. */
function exact(
  { finHalfWidth_m: L, finThickness_m: t, finConductivity_WpermperK: k }: Fin,
  emissivity: number,
  root_K: number,
) {
  const n = 4000;
  const h = L / n;
  const source = (T: number) => (2 * emissivity * stefanBoltzmann_Wperm2perK4 * T ** 4) / (k * t);
  let low = 1;
  let high = root_K;
  let flux = 0;
  for (let round = 0; round < 60; round++) {
    let T = (low + high) / 2;
    let slope = 0;
    for (let step = 0; step < n; step++) {
      const middle = T + 0.5 * h * slope;
      slope += h * source(middle);
      T += h * (slope - 0.5 * h * source(middle));
    }
    flux = k * t * slope;
    if (T > root_K) high = (low + high) / 2;
    else low = (low + high) / 2;
  }
  return flux / (2 * emissivity * stefanBoltzmann_Wperm2perK4 * root_K ** 4 * L);
}

describe('a radiating fin', () => {
  it.each([
    [0.02, 0.0005, 200],
    [0.04, 0.0005, 200],
    [0.06, 0.0005, 200],
    [0.05, 0.0003, 800],
  ])('of %d m, %d m, %d W/m/K loses what the exact balance says, to 3 %%, never less', (half, thick, k) => {
    const fin = { finHalfWidth_m: half, finThickness_m: thick, finConductivity_WpermperK: k };
    const ratio = finEfficiency(fin, 0.91, 340) / exact(fin, 0.91, 340);
    expect(ratio).toBeLessThan(1.0001);
    expect(ratio).toBeGreaterThan(0.97);
  });

  it('is the better the shorter, thicker and cooler it is', () => {
    const fin = { finHalfWidth_m: 0.05, finThickness_m: 0.0005, finConductivity_WpermperK: 200 };
    const at = (change: Partial<Fin>, root_K = 340) => finEfficiency({ ...fin, ...change }, 0.91, root_K);
    expect(at({ finHalfWidth_m: 0.03 })).toBeGreaterThan(at({}));
    expect(at({ finThickness_m: 0.001 })).toBeGreaterThan(at({}));
    expect(at({}, 300)).toBeGreaterThan(at({}));
    expect(at({ finHalfWidth_m: 0 })).toBe(1);
    expect(finTipShare(fin, 0.91, 340)).toBeLessThan(at({}));
  });
});
