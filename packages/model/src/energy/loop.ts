/** How heat gets from chips to radiator. */
export interface LoopDesign {
  readonly powerToCompute_W: number;
  /** 0: liquid that warms up along the loop; 1: liquid that boils at the chips and condenses in the radiator. */
  readonly twoPhase: number;
  /** Of the liquid along the loop at full load; of no account where it boils. */
  readonly coolantRise_K: number;
  readonly coolantHeat_JperkgperK: number;
  /** Heat of evaporation. */
  readonly coolantLatent_Jperkg: number;
  /** Share of the liquid that has boiled at the outlet. */
  readonly coolantQuality: number;
  readonly coolantDensity_kgperm3: number;
  /** Pressure that the pump makes up for. */
  readonly loopDrop_Pa: number;
  readonly pumpEfficiency: number;
  /** Mean coolant above the radiator's root at full load: film and wall. */
  readonly coolantFilm_K: number;
}

/** Coolant that passes the pump at full load. */
export function flow_kgperS(loop: LoopDesign): number {
  const carried_Jperkg = loop.twoPhase
    ? loop.coolantLatent_Jperkg * loop.coolantQuality
    : loop.coolantHeat_JperkgperK * loop.coolantRise_K;
  return loop.powerToCompute_W / carried_Jperkg;
}

/** Electrical power of the pump. It runs at full flow whatever the load. */
export function pumpPower_W(loop: LoopDesign): number {
  return ((flow_kgperS(loop) / loop.coolantDensity_kgperm3) * loop.loopDrop_Pa) / loop.pumpEfficiency;
}

/** Coolant at the last chip of the loop above its mean, at full load: half the rise, and nothing where it boils. */
export function outletAboveMean_K(loop: LoopDesign): number {
  return loop.twoPhase ? 0 : loop.coolantRise_K / 2;
}
