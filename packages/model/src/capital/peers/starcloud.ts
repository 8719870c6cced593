import { discounted_s, levelised } from '../levelised.ts';

/**
 * Starcloud's power price: arrays and launch over the energy of a cluster's life, at no cost of capital. The
 * claim leaves chips, radiators' replacement and failures outside its boundary.
 *
 * @returns USD per kWh
 */
export function powerPrice_USDperkWh(
  arrays_USD: number,
  launch_USD: number,
  power_kW: number,
  hours: number,
): number {
  return levelised({
    early_USD: 0,
    atStart_USD: arrays_USD + launch_USD,
    running_USDperS: 0,
    output_perS: power_kW / 3600,
    life_s: hours * 3600,
    loss_perS: 0,
    wait_s: 0,
    costOfCapital_perS: 0,
  });
}

/** Energy of a cluster on Earth over the same hours. */
export function groundEnergy_USD(price_USDperkWh: number, power_kW: number, hours: number): number {
  return price_USDperkWh * power_kW * discounted_s(0, hours);
}
