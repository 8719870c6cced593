import type { HeadlineName } from '@kardashev/contracts/lineage.ts';

export const headlineTitles: Readonly<Record<HeadlineName, string>> = {
  'fleet.satellites_end': 'Satellites in service',
  'fleet.powerToCompute_W': 'Power to compute',
  'compute.tokensPerSecond': 'Tokens for users',
  'capital.orbit_USDperPFLOPday': 'Cost of a PFLOP-day in orbit',
  'capital.ground_USDperPFLOPday': 'Cost of a PFLOP-day on the ground',
  'capital.cashLowest_USD': 'Lowest cash',
  'capital.capitalNeeded_USD': 'Capital from outside',
  'kardashev.fleet': 'Kardashev level of the fleet',
  'kardashev.mankind': 'Kardashev level of mankind',
};
