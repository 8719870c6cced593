/**
 * The fused fleet step: sunlight → array → bus → battery → chips → coolant → radiator, over many satellites and
 * many steps.
 *
 * A row is what satellites share: design, age, plane and Sun. Its satellites stand next to each other in the
 * columns of state and totals, as many for each row: satellite = row × (satellites per row) + slot. With one
 * satellite a row the columns have the same length. Satellites know nothing of each other. Everything is a
 * column of numbers and the step has no branches, so that makes in WebAssembly or on a GPU take the same columns
 * and do the same: see `reference.ts` for the meaning in code.
 */

/** What a row is. Read only during a run. Powers are at array and battery unless a name says otherwise. */
export const rowColumns = [
  /** Sun's direction along the plane's axes P and Q: the cosine of the Sun's zenith angle is P cos u + Q sin u. */
  'sunP',
  'sunQ',
  /** √(1 − (Re/r)²): a satellite is in the cylinder of shadow where that cosine lies below its negative. */
  'horizon',
  'step_s',
  /** How fast the argument of latitude u grows. */
  'rate_radperS',
  /** Array output in full sun at the row's flux and age, with the cells as warm as sunlight makes them. */
  'array_W',
  /** Share by which cells as cold as the shadow makes them would give more. */
  'coldGain',
  /** Time constant of the cells' warmth between the two; 0 takes them as warm as the moment makes them. */
  'cellTime_s',
  /** Power at the consumer over power at array or battery. */
  'distribution',
  /** Energy out of the battery over energy in, taken as a loss on the way in. */
  'roundTrip',
  /** Energy that may be drawn from a full battery at the row's age and depth limit. */
  'usable_J',
  /** Most power into and out of the battery; Infinity for no limit. */
  'charge_W',
  'discharge_W',
  /** Charge that comes before chips in sunlight, so that the eclipse can be lived through. */
  'reserve_W',
  /** Consumers' power: bus and pumps; chips at full load; the most that chips get in shadow. */
  'housekeeping_W',
  'load_W',
  'dark_W',
  /**
   * Time that the charge at the entry into shadow must last. The eclipse's duration rations it evenly; 0 lets
   * chips have `dark_W` as long as there is charge.
   */
  'lasting_s',
  /** Chips' power that does no work, and the floating-point work of a joule beyond it. */
  'idle_W',
  'work_FLOPperJ',
  /** Junction above coolant per watt of chips. */
  'rise_KperW',
  /** Chips are held back so that their junctions stay below; Infinity asks how hot they would get. */
  'junctionLimit_K',
  /** Coolant, cold plates and boards; 0 takes the coolant as quasi-static above the radiator. */
  'coolantCapacity_JperK',
  /** From the mean coolant to the radiator's root. */
  'conductance_WperK',
  'radiatorCapacity_JperK',
  /** ε σ × emitting area of both faces × fin efficiency, at root temperature. */
  'emission_WperK4',
  /** Absorbed by the radiator all the time (Earth infrared), in sunlight (Sun), per cosine of zenith (albedo). */
  'infrared_W',
  'sunHeat_W',
  'albedo_W',
  /** Dose behind the shielding, mean over the orbit. */
  'dose_GyperS',
] as const;

/** What a satellite is in at an instant. */
export const stateColumns = [
  /** (cos u, sin u) of the argument of latitude u. */
  'cosine',
  'sine',
  /** Warmth of the cells: 1 as sunlight makes them, 0 as the shadow makes them. */
  'warmth',
  /** Energy in the battery above its lowest allowed charge, and what it was when the shadow was entered. */
  'stored_J',
  'entry_J',
  'coolant_K',
  'radiator_K',
  /** Share of its row's full load that is asked of the satellite: 1 for all of it, 0 for chips that sleep. Read only. */
  'load',
] as const;

/** What happened to a satellite, added up over the steps of a run. */
export const totalColumns = [
  'time_s',
  'sunlit_s',
  'array_J',
  /** Left in the array as heat, since nobody could take it. */
  'curtailed_J',
  'distributionLoss_J',
  'batteryLoss_J',
  /** Served housekeeping; less than asked only where array and battery cannot. */
  'housekeeping_J',
  'chips_J',
  /** Asked load that power, and that heat held back. */
  'heldByPower_J',
  'heldByHeat_J',
  'work_FLOP',
  'dose_Gy',
  /** Absorbed from Sun and Earth, and radiated, by the radiator. */
  'environment_J',
  'radiated_J',
  /** ∫ radiator temperature dt. */
  'radiator_Ks',
  /** Hottest junction met, and least energy stored. */
  'junction_K',
  'least_J',
] as const;

export type Columns<N extends readonly string[]> = { readonly [K in N[number]]: Float64Array };

export type FleetRows = Columns<typeof rowColumns>;
export type FleetState = Columns<typeof stateColumns>;
export type FleetTotals = Columns<typeof totalColumns>;

export interface FleetKernel {
  /** Names the make in results: `reference`, `wasm-strict` … */
  readonly name: string;
  /**
   * Steps all satellites of the rows `from`…`to` (excluded) `steps` times from `state`, which it leaves at the
   * end, adding to `totals`. The same satellite gives the same numbers in any batch.
   */
  advance(
    rows: FleetRows,
    state: FleetState,
    totals: FleetTotals,
    from: number,
    to: number,
    steps: number,
  ): void;
}
