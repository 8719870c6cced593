import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RadioLink, radioRainShare, spectralEfficiency_bpsperHz } from './radio.ts';
import { type RainPath, rainLoss_dB, rainPerKilometre_dB } from './rain.ts';

const path: RainPath = {
  frequency_Hz: 20e9,
  elevation_rad: 0.7,
  latitude_rad: 0.6,
  height_m: 0,
  rainHeight_m: 3500,
  rain_mperS: 35 / 3.6e6,
  tilt_rad: Math.PI / 4,
};
const link: RadioLink = { signalToNoise: 30, noise_K: 200 };

describe('rain on a radio link', () => {
  it('takes nothing where it does not rain, or above the rain', () => {
    expect(rainLoss_dB({ ...path, rain_mperS: 0 }, 1e-4)).toBe(0);
    expect(rainLoss_dB({ ...path, height_m: 4000 }, 1e-4)).toBe(0);
    expect(radioRainShare(link, { ...path, rain_mperS: 0 })).toBeCloseTo(1, 12);
  });

  it('takes more the seldomer, the harder, and the higher the frequency', () => {
    const rain = fc.double({ min: 5, max: 120, noNaN: true });
    const share = fc.double({ min: 1e-5, max: 0.02, noNaN: true });
    fc.assert(
      fc.property(rain, share, (rain_mmperh, often) => {
        const wet = { ...path, rain_mperS: rain_mmperh / 3.6e6 };
        expect(rainLoss_dB(wet, often)).toBeLessThan(rainLoss_dB(wet, often / 2));
        expect(rainPerKilometre_dB({ ...path, frequency_Hz: 30e9 }, wet.rain_mperS)).toBeGreaterThan(
          rainPerKilometre_dB(path, wet.rain_mperS),
        );
      }),
    );
  });

  it('costs a Ka gateway a per cent or so of its year, E band more', () => {
    const ka = radioRainShare(link, path);
    const e = radioRainShare(link, { ...path, frequency_Hz: 72e9 });
    expect(ka).toBeGreaterThan(0.97);
    expect(ka).toBeLessThan(1);
    expect(e).toBeLessThan(ka);
    expect(spectralEfficiency_bpsperHz(link, 0)).toBeCloseTo(Math.log2(31), 12);
  });
});
