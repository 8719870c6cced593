import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatQuantity } from './format.ts';
import { readQuantity } from './quantity.ts';
import { unitOfName } from './suffix.ts';

const read = (text: string, name: string) => {
  const { unit, unitText } = unitOfName(name);
  return readQuantity(text, unit, unitText);
};

describe('reading quantities', () => {
  it.each([
    ['600 km', 'altitude_m', 600_000],
    ['120 kW', 'busPower_W', 120_000],
    ['200 t', 'payload_kg', 200_000],
    ['75.46 USD', 'price_USD', 75.46],
    ['1.25 GUSD/month', 'lease_USDperS', 1.25e9 / ((365.25 * 86_400) / 12)],
    ['97.7 deg', 'inclination_rad', (97.7 * Math.PI) / 180],
    ['25 /year', 'permits_perS', 25 / (365.25 * 86_400)],
    ['95 %', 'sunlit', 0.95],
    ['1_198_120', 'satellites', 1_198_120],
    ['1800 kWh/kW/yr', 'yield', (1800 * 3.6e6) / 1e3 / (365.25 * 86_400)],
    ['22 USD/W', 'cost_USD2026perW', 22],
    ['47 USD/MWh', 'price_USD2026perJ', 47 / 3.6e9],
    ['36.5 W/kg', 'density_Wperkg', 36.5],
    ['85 °C', 'junction_K', 358.15],
    ['0.06 K/W', 'resistance_KperW', 0.06],
    ['1 Tbit/s', 'rate_bps', 1e12],
    ['989 TFLOP/s', 'peak_FLOPperS', 989e12],
    ['6200 BTU/kWh', 'heatRate', (6200 * 1055.05585262) / 3.6e6],
    ['3 krad/yr', 'tilt_radperS', Number.NaN],
  ])('%s as %s', (text, name, expected) => {
    const result = read(text, name);
    if (Number.isNaN(expected)) expect(result.ok).toBe(false);
    else expect(result.ok && Math.abs(result.value / expected - 1)).toBeLessThan(1e-12);
  });

  it.each([
    ['120 kg', 'busPower_W', 'dimension'],
    ['120', 'busPower_W', 'dimension'],
    ['120 kWx', 'busPower_W', 'unit'],
    ['many W', 'busPower_W', 'number'],
    ['5 W', 'share', 'dimension'],
  ])('refuses %s as %s', (text, name, reason) => {
    const result = read(text, name);
    expect(result.ok ? 'ok' : result.reason).toBe(reason);
  });

  it('reads back what it formats, to the digits shown', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e20, noNaN: true }), (watts) => {
        const result = read(formatQuantity(watts, 'W', 6).replaceAll(',', ''), 'power_W');
        expect(result.ok && Math.abs(result.value / watts - 1)).toBeLessThan(1e-2);
      }),
    );
  });
});
