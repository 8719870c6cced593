/** A site's air over the year, as two harmonics: dry and wet bulb, each with its mean and its swing. */
export interface Climate {
  readonly latitude_rad: number;
  readonly temperature_K: number;
  readonly temperatureSwing_K: number;
  readonly wetBulb_K: number;
  readonly wetBulbSwing_K: number;
  /** Of hours about the mean of their month. */
  readonly temperatureScatter_K: number;
}

const months = 12;
/** Warmest month of the north, counted from January: mid-July lags the Sun by some four weeks. */
const warmest = 6;

/** 1 in a site's warmest month, −1 in its coldest; the south is half a year off. */
export function season(climate: Climate, monthOfYear: number): number {
  const peak = climate.latitude_rad < 0 ? warmest - months / 2 : warmest;
  return Math.cos((2 * Math.PI * (monthOfYear - peak)) / months);
}

export function dryBulb_K(climate: Climate, monthOfYear: number): number {
  return climate.temperature_K + climate.temperatureSwing_K * season(climate, monthOfYear);
}

export function wetBulb_K(climate: Climate, monthOfYear: number): number {
  return climate.wetBulb_K + climate.wetBulbSwing_K * season(climate, monthOfYear);
}

/**
 * Mean kelvins by which hours of a month are warmer than a limit: hours scatter about the month's mean by a
 * logistic law of the given standard deviation, for which the mean has a closed form, s·ln(1 + e^(x/s)).
 */
export function above_K(mean_K: number, limit_K: number, scatter_K: number): number {
  const scale = (scatter_K * Math.sqrt(3)) / Math.PI;
  const x = mean_K - limit_K;
  if (!(scale > 0)) return Math.max(0, x);
  // The larger of the two terms is taken out, so that nothing overflows.
  return Math.max(0, x) + scale * Math.log1p(Math.exp(-Math.abs(x) / scale));
}
