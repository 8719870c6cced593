/** The monthly columns the page draws, and no others: all of a run's would be megabytes. */
export const wantedColumns = [
  // transport
  'inService',
  'wanted',
  'placed',
  'launches',
  'launchMass_kg',
  // energy
  'powerToCompute_W',
  'powerShare',
  // network
  'deliverableShare',
  'offeredDown_bps',
  'downCapacity_bps',
  // compute
  'delivered_FLOPperS',
  'tokens_perS',
  'trainingRun_s',
  'work_FLOPperS',
  'demand_FLOPperS',
  // data
  'revisit_s',
  'imagers',
  // capital
  'levelised_USD2026perFLOP',
  'cash_USD',
  'capitalNeeded_USD',
  'sharesSold_USD',
  'insolvent',
  'fundable',
] as const;
