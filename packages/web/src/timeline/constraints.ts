import type { ConstraintName } from '@kardashev/contracts/verdict.ts';

/** What binds, in words, and under which colour: things of one kind share a hue. */
export interface ConstraintLook {
  readonly label: string;
  readonly colour: string;
}

const launch = 'var(--of-launch)';
const vehicle = 'var(--of-vehicle)';
const plant = 'var(--of-plant)';
const power = 'var(--of-power)';
const network = 'var(--of-network)';
const money = 'var(--of-money)';
const market = 'var(--of-market)';

export const constraintLooks: Readonly<Record<ConstraintName, ConstraintLook>> = {
  permits: { label: 'Launch permits', colour: launch },
  pads: { label: 'Launch pads', colour: launch },
  boosters: { label: 'Boosters', colour: vehicle },
  ships: { label: 'Ships', colour: vehicle },
  tankers: { label: 'Tankers', colour: vehicle },
  propellant: { label: 'Propellant', colour: vehicle },
  payloadMass: { label: 'Payload mass', colour: vehicle },
  payloadVolume: { label: 'Payload volume', colour: vehicle },
  factory: { label: 'Factory', colour: plant },
  chips: { label: 'Chips', colour: plant },
  cells: { label: 'Solar cells', colour: plant },
  grounding: { label: 'Vehicle grounded', colour: vehicle },
  cash: { label: 'Cash', colour: money },
  power: { label: 'Power', colour: power },
  heat: { label: 'Heat', colour: power },
  isl: { label: 'Laser links', colour: network },
  downlink: { label: 'Downlink', colour: network },
  demand: { label: 'Demand', colour: market },
};
