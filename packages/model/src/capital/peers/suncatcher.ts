import { discounted_s } from '../levelised.ts';

/** Launch cost per kW and year of a satellite: mass × price ÷ (power × life), at no cost of capital. */
export function launchCost_USDperkWyear(
  mass_kg: number,
  power_kW: number,
  life_years: number,
  launch_USDperkg: number,
): number {
  return (mass_kg * launch_USDperkg) / (power_kW * discounted_s(0, life_years));
}

/** What a kW of IT load costs in power on Earth in a year of 8,760 hours. */
export function groundPower_USDperkWyear(price_USDperkWh: number, pue: number): number {
  return price_USDperkWh * 8760 * pue;
}
