/**
 * The fused fleet step: sunlight → array → bus → battery → chips → radiator, over many rows and many steps.
 *
 * A row is one satellite, or one plane of them under equal load. Rows know nothing of each other; all rows take
 * the same number of steps a revolution, each of its own length. Everything is a column of numbers, so that a
 * make in WebAssembly or on a GPU can take the same columns: see `reference.ts` for the meaning in code.
 */

/** What a row is. Read only during a run. */
export const rowColumns = [
  /** Sun's direction along the plane's axes P and Q: the cosine of the Sun's zenith angle is A cos u + B sin u. */
  'sunP',
  'sunQ',
  /** √(1 − (Re/r)²): a satellite is in the cylinder of shadow where the cosine lies below its negative. */
  'horizon',
  'step_s',
  /** Share of a revolution in eclipse, by closed form, for the policies that look ahead. */
  'eclipseShare',
  'period_s',
  /** Array output in full sun at the row's flux and age, before distribution. */
  'array_W',
  /** Power at the consumer over power at array or battery. */
  'distribution',
  /** Energy out of the battery over energy in, taken as a loss on the way in. */
  'roundTrip',
  /** Energy that may be drawn from a full battery at the row's age. */
  'usable_J',
  'housekeeping_W',
  /** What the chips draw at full load. */
  'load_W',
  /** ε σ × emitting area of both faces × fin efficiency. */
  'emission_WperK4',
  'heatCapacity_JperK',
  /** Absorbed by the radiator all the time (Earth infrared), in sunlight (Sun), per cosine of zenith (albedo). */
  'infrared_W',
  'sunHeat_W',
  'albedo_W',
  /** Junction above radiator per watt of chips. */
  'rise_KperW',
  /** Chips are held back so that their junctions stay below; Infinity asks how hot they would get. */
  'junctionLimit_K',
] as const;

/** What a row is in at an instant. */
export const stateColumns = [
  /** (cos u, sin u) of the argument of latitude u. */
  'cosine',
  'sine',
  'radiator_K',
  /** Energy in the battery above its lowest allowed charge. */
  'stored_J',
  /** Power to chips that the charge at the entry allows through the eclipse. */
  'ration_W',
  /** 1 while the last step ended in shadow. */
  'shadow',
] as const;

/** What happened to a row, added up over the steps of a run. */
export const totalColumns = [
  'time_s',
  'sunlit_s',
  'array_J',
  'curtailed_J',
  'distributionLoss_J',
  'batteryLoss_J',
  'housekeeping_J',
  'chips_J',
  /** Full load that power, and that heat held back. */
  'heldByPower_J',
  'heldByHeat_J',
  'environment_J',
  'radiated_J',
  /** ∫ radiator temperature dt. */
  'radiator_Ks',
  /** Hottest junction met, and least energy stored. */
  'junction_K',
  'least_J',
] as const;

type Columns<N extends readonly string[]> = { readonly [K in N[number]]: Float64Array };

export type FleetRows = Columns<typeof rowColumns>;
export type FleetState = Columns<typeof stateColumns>;
export type FleetTotals = Columns<typeof totalColumns>;

export interface FleetKernel {
  /** Names the make in results: `reference`, `wasm` … */
  readonly name: string;
  /**
   * Steps rows `from`…`to` (excluded) `steps` times by `2π / stepsPerRevolution` of argument of latitude, from
   * `state`, which it leaves at the end, adding to `totals`. The same row gives the same numbers in any batch.
   */
  advance(
    rows: FleetRows,
    state: FleetState,
    totals: FleetTotals,
    from: number,
    to: number,
    steps: number,
    stepsPerRevolution: number,
  ): void;
}
