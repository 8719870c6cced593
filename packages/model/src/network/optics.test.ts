import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beamsSideBySide,
  capacity_bps,
  confocalDistance_m,
  decibel,
  divergence_rad,
  gain,
  pointingShare,
  received_W,
} from './optics.ts';

const suncatcher = {
  power_W: 5,
  aperture_m: 0.1,
  wavelength_m: 1.55e-6,
  efficiency: 0.8,
  throughput: 0.5,
};

describe('the laser link of Suncatcher', () => {
  it('has the published gain, divergence and received power at 5,000 km', () => {
    expect(decibel(gain(suncatcher))).toBeCloseTo(105.17, 2);
    expect(divergence_rad(suncatcher) * 1e6).toBeCloseTo(18.91, 2);
    expect(received_W(suncatcher, 5e6)).toBeCloseTo(1.64e-6, 8);
    expect(confocalDistance_m(1.55e-6, 0.05)).toBeCloseTo(5067, 0);
  });
});

describe('any laser link', () => {
  const distance = fc.double({ min: 1, max: 1e8, noNaN: true });

  it('never receives more than was sent, and less the farther', () => {
    fc.assert(
      fc.property(distance, distance, (one, other) => {
        const [near, far] = one < other ? [one, other] : [other, one];
        expect(received_W(suncatcher, far)).toBeLessThanOrEqual(received_W(suncatcher, near));
        expect(received_W(suncatcher, near)).toBeLessThan(suncatcher.power_W);
      }),
    );
  });

  it('carries a quarter at twice the distance once light is what limits it', () => {
    const near = capacity_bps(suncatcher, 4e6, 100, Infinity);
    expect(capacity_bps(suncatcher, 8e6, 100, Infinity) / near).toBeCloseTo(0.25, 5);
    expect(capacity_bps(suncatcher, 1e5, 100, 100e9)).toBe(100e9);
  });

  it('catches all that telescopes pass when close, and Friis when far', () => {
    const { power_W, throughput, efficiency, wavelength_m } = suncatcher;
    expect(received_W(suncatcher, 1)).toBeCloseTo(power_W * throughput * efficiency ** 2, 3);
    const friis = gain(suncatcher) ** 2 * (wavelength_m / (4 * Math.PI * 1e7)) ** 2;
    expect(received_W(suncatcher, 1e7) / (power_W * throughput * friis)).toBeCloseTo(1, 6);
  });

  it('divides its aperture into as many beams as stay narrow, four times as many at a quarter the way', () => {
    expect(beamsSideBySide(suncatcher, 5060)).toBe(1);
    expect(beamsSideBySide(suncatcher, 1266)).toBe(4);
    expect(beamsSideBySide(suncatcher, 316)).toBe(16);
    expect(beamsSideBySide(suncatcher, 1e6)).toBe(1);
  });

  it('loses half of its light to an error of about a third of the beam', () => {
    expect(pointingShare(suncatcher, 0)).toBe(1);
    expect(pointingShare(suncatcher, divergence_rad(suncatcher) / 4.85)).toBeCloseTo(0.5, 1);
  });
});
