import type { ConstraintName } from '@kardashev/contracts/verdict.ts';

const launch = 'var(--of-launch)';
const vehicle = 'var(--of-vehicle)';
const plant = 'var(--of-plant)';
const power = 'var(--of-power)';
const network = 'var(--of-network)';
const money = 'var(--of-money)';
const market = 'var(--of-market)';

/** The colour under which a constraint stands in the ribbon: things of one kind share a hue. */
export const constraintHues: Readonly<Record<ConstraintName, string>> = {
  permits: launch,
  pads: launch,
  boosters: vehicle,
  ships: vehicle,
  tankers: vehicle,
  propellant: vehicle,
  payloadMass: vehicle,
  payloadVolume: vehicle,
  factory: plant,
  chips: plant,
  cells: plant,
  grounding: vehicle,
  cash: money,
  power: power,
  heat: power,
  isl: network,
  downlink: network,
  demand: market,
};
