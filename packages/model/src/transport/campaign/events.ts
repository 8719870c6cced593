/** What an event is about; its argument is a pad, a family and stage, a site, a family or a vehicle. */
export const kinds = {
  pad: 0,
  booster: 1,
  ship: 2,
  newBooster: 3,
  newShip: 4,
  site: 5,
  family: 6,
  other: 7,
  record: 8,
} as const;

/** Stages of all families share the argument: family · this + stage. */
export const stagesPerFamily = 1 << 20;
