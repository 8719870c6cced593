import { inverseNormal } from '@kardashev/kernels/numeric/inverse-normal.ts';
import { describe, expect, it } from 'vitest';
import { availability, type CloudPlace, cloudStates } from './cloud.ts';
import { bins, carried_bps, groundCapacity } from './ground.ts';

const place = (longitude_deg: number, clearSky: number): CloudPlace => ({
  latitude_rad: 0,
  longitude_rad: (longitude_deg * Math.PI) / 180,
  clearSky,
});
const draws = 8192;

describe('joint states of the sky', () => {
  it('keep the clear share of every place', () => {
    const places = [place(0, 0.3), place(2, 0.65), place(90, 0.9)];
    const states = cloudStates(places, 500e3, draws);
    places.forEach(({ clearSky }, index) => {
      let clear = 0;
      for (let state = 0; state < draws; state++) clear += states.clear[state * 3 + index]!;
      expect(clear / draws).toBeCloseTo(clearSky, 2);
    });
  });

  it('are independent for places a world apart', () => {
    const states = cloudStates([place(0, 0.7), place(120, 0.5), place(-120, 0.6)], 500e3, draws);
    expect(availability(states, 1)).toBeCloseTo(1 - 0.3 * 0.5 * 0.4, 2);
    expect(availability(states, 3)).toBeCloseTo(0.7 * 0.5 * 0.6, 2);
  });

  it('are one for places on one spot', () => {
    const states = cloudStates([place(10, 0.6), place(10, 0.6)], 500e3, draws);
    expect(availability(states, 1)).toBeCloseTo(0.6, 2);
    expect(availability(states, 2)).toBeCloseTo(0.6, 2);
  });

  it('at correlation ρ and half clear are both clear in 1/4 + asin ρ / 2π of time (Sheppard)', () => {
    const apart_deg = 4.5;
    const correlation = Math.exp((-apart_deg * (Math.PI / 180) * 6_378_137) / 500e3);
    const states = cloudStates([place(0, 0.5), place(apart_deg, 0.5)], 500e3, draws);
    expect(availability(states, 2)).toBeCloseTo(0.25 + Math.asin(correlation) / (2 * Math.PI), 2);
  });
});

describe('stations under cloud', () => {
  const terminals = [Float64Array.of(0, 10), Float64Array.of(0, 10)];
  const states = cloudStates([place(0, 0.6), place(120, 0.6)], 500e3, 4096);
  const capacity = groundCapacity(states, terminals, 1e9, 2);

  it('carry nothing before they are built and their clear share in the mean', () => {
    expect(capacity.mean_bps[0]).toBe(0);
    expect(capacity.mean_bps[1]).toBeCloseTo(0.6 * 20e9, -8);
    expect(capacity.byShare_bps.length).toBe(2 * bins);
  });

  it('carry a small offer while any is clear, a large one as their mean', () => {
    expect(carried_bps(capacity, 1, 1, 0, 1e9) / 1e9).toBeCloseTo(1 - 0.4 * 0.4, 1);
    expect(carried_bps(capacity, 1, 1, 0, 1e12)).toBeCloseTo(capacity.mean_bps[1]!, -3);
    expect(carried_bps(capacity, 1, 1, 2e9, 1e9)).toBeCloseTo(1e9, 3);
  });
});

describe('quantiles of the normal distribution', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.001, -3.090232306167813],
  ])('%s', (share, quantile) => {
    expect(inverseNormal(share)).toBeCloseTo(quantile, 7);
  });
});
