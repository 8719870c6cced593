/** What can bind a plan. The order is that of the contract and settles ties. */
export const constraints = [
  'permits',
  'pads',
  'boosters',
  'ships',
  'tankers',
  'propellant',
  'payloadMass',
  'payloadVolume',
  'factory',
  'chips',
  'cells',
  'grounding',
  'cash',
  'power',
  'heat',
  'isl',
  'downlink',
  'demand',
] as const;
export type Constraint = (typeof constraints)[number];

/** Index of a constraint in a port with dimension `constraint`. */
export const constraintIndex = Object.fromEntries(
  constraints.map((name, index) => [name, index]),
) as Readonly<Record<Constraint, number>>;
