import { pathToFileURL } from 'node:url';

/**
 * How fast laser terminals between satellites have become: a straight line through the logarithm of the rate of each
 * that flew first, by least squares. Dates and rates from general knowledge of the missions; that of Starlink as
 * SpaceX says it. `npx node tools/network/fit-link-history.ts` prints what catalogue/network.yaml has as derived.
 */
export const flown = [
  { terminal: 'SILEX, Artemis to SPOT 4', year: 2001.9, rate_bps: 50e6 },
  { terminal: 'Kirari to Artemis', year: 2005.9, rate_bps: 50e6 },
  { terminal: 'TerraSAR-X to NFIRE', year: 2008.1, rate_bps: 5.625e9 },
  { terminal: 'EDRS-A', year: 2016.5, rate_bps: 1.8e9 },
  { terminal: 'Starlink v1.5', year: 2021.7, rate_bps: 100e9 },
] as const;

/** Growth a year, continuous, and its standard error. */
export function fitHistory(points: readonly { readonly year: number; readonly rate_bps: number }[]) {
  const mean = (values: readonly number[]) => values.reduce((sum, one) => sum + one, 0) / values.length;
  const years = points.map(({ year }) => year);
  const logs = points.map(({ rate_bps }) => Math.log(rate_bps));
  const [year0, log0] = [mean(years), mean(logs)];
  const spread = years.reduce((sum, year) => sum + (year - year0) ** 2, 0);
  const growth_perYear = years.reduce((sum, year, i) => sum + (year - year0) * (logs[i]! - log0), 0) / spread;
  const left = logs.map((log, i) => log - log0 - growth_perYear * (years[i]! - year0));
  const variance = left.reduce((sum, one) => sum + one ** 2, 0) / (points.length - 2);
  return { growth_perYear, error_perYear: Math.sqrt(variance / spread) };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { growth_perYear, error_perYear } = fitHistory(flown);
  console.log(
    `${(100 * growth_perYear).toFixed(0)} ± ${(100 * error_perYear).toFixed(0)} % a year over ${flown.length} terminals`,
  );
}
