import { earthRadius_m, stefanBoltzmann_Wperm2perK4 } from '../sky/constants.ts';

/*
 * Closed forms of radiators. W/m² per face unless a name says planform: one square metre of planform has two
 * faces. View factors are of the Earth as a sphere.
 */

/** What one face emits. */
export function emitted_Wperm2(emissivity: number, temperature_K: number): number {
  return emissivity * stefanBoltzmann_Wperm2perK4 * temperature_K ** 4;
}

/** What a plate of two equal faces emits, per planform. */
export function emittedPlanform_Wperm2(emissivity: number, temperature_K: number): number {
  return 2 * emitted_Wperm2(emissivity, temperature_K);
}

/** Temperature at which `area_m2` of face sends out `heat_W` to a sink. */
export function equilibrium_K(heat_W: number, emissivity: number, area_m2: number, sink_K = 0): number {
  return (heat_W / (emissivity * stefanBoltzmann_Wperm2perK4 * area_m2) + sink_K ** 4) ** 0.25;
}

/** View factor of the Earth from a face that looks straight down: (R/r)². */
export function viewDown(radius_m: number, bodyRadius_m = earthRadius_m): number {
  return (bodyRadius_m / radius_m) ** 2;
}

/** View factor of the Earth from each face of a plate edge-on to it: (θ − ½ sin 2θ)/π with sin θ = R/r. */
export function viewEdgeOn(radius_m: number, bodyRadius_m = earthRadius_m): number {
  const angle = Math.asin(bodyRadius_m / radius_m);
  return (angle - 0.5 * Math.sin(2 * angle)) / Math.PI;
}

/** Share of a sphere's whole view that the Earth fills: (1 − √(1 − (R/r)²))/2. */
export function viewSphere(radius_m: number, bodyRadius_m = earthRadius_m): number {
  return (1 - Math.sqrt(1 - (bodyRadius_m / radius_m) ** 2)) / 2;
}

/** A plate of two equal faces as calculators have it: one face square to the Sun, the Earth seen with `view`. */
export interface Plate {
  readonly temperature_K: number;
  readonly emissivity: number;
  readonly absorptivity: number;
  /** Absorptivity for the Earth's infrared: the emissivity by Kirchhoff's law, but papers differ. */
  readonly infraredAbsorptivity: number;
  readonly view: number;
  readonly flux_Wperm2: number;
  readonly albedo: number;
  readonly earthInfrared_Wperm2: number;
}

export interface PlateBalance {
  readonly emitted_Wperm2: number;
  readonly fromSun_Wperm2: number;
  readonly fromEarth_Wperm2: number;
  readonly net_Wperm2: number;
}

/** Balance of a plate per planform. */
export function plateBalance(plate: Plate): PlateBalance {
  const emitted = emittedPlanform_Wperm2(plate.emissivity, plate.temperature_K);
  const fromSun = plate.absorptivity * plate.flux_Wperm2;
  const fromEarth =
    plate.view *
    (plate.absorptivity * plate.albedo * plate.flux_Wperm2 +
      plate.infraredAbsorptivity * plate.earthInfrared_Wperm2);
  return {
    emitted_Wperm2: emitted,
    fromSun_Wperm2: fromSun,
    fromEarth_Wperm2: fromEarth,
    net_Wperm2: emitted - fromSun - fromEarth,
  };
}
