import { nodeOfLocalTime_rad } from '@kardashev/model/sky/beta.ts';
import { earthMu_m3perS2, earthRadius_m } from '@kardashev/model/sky/constants.ts';
import { newYear_d } from '@kardashev/model/sky/eclipse-days.ts';
import type { MeanOrbit } from '@kardashev/model/sky/mean-orbit.ts';
import { sunSynchronousInclination_rad } from '@kardashev/model/sky/orbit.ts';
import { refuse } from './faults.ts';
import type { OrbitOptions } from './options.ts';

/** Size and form, as far as the options give them. */
export interface Size {
  readonly semiMajorAxis_m: number;
  readonly eccentricity: number;
}

/** Below this the air does not let a satellite come round even once. */
const lowest_m = 100e3;

/** Beyond this the Sun pulls satellites away from the Earth. */
const hillSphere_m = 1.5e9;

/** Size and form of the orbit from altitude, period, or perigee and apogee. */
export function sizeOf(options: OrbitOptions): Size {
  const size = givenSize(options);
  const perigee_m = size.semiMajorAxis_m * (1 - size.eccentricity) - earthRadius_m;
  const option =
    options.perigee !== undefined ? '--perigee' : options.period !== undefined ? '--period' : '--altitude';
  if (perigee_m <= 0) {
    refuse(
      'orbit/underground',
      option,
      'The orbit runs through the Earth.',
      `Its perigee lies ${(-perigee_m / 1e3).toFixed(0)} km under the ground.`,
      'Choose a greater altitude or a smaller eccentricity.',
    );
  }
  if (perigee_m < lowest_m)
    tooLow(option, perigee_m, 'does not let a satellite come round even once', lowest_m);
  if (size.semiMajorAxis_m * (1 + size.eccentricity) > hillSphere_m) {
    refuse(
      'orbit/too-far',
      options.apogee !== undefined ? '--apogee' : '--altitude',
      'The orbit leaves the Earth.',
      'Beyond 1.5 million km the Sun takes satellites away.',
      'Choose a smaller altitude; mind the unit.',
    );
  }
  return size;
}

/** Ends the command: there is no orbit so low, because the air `does` something. */
export function tooLow(option: string, altitude_m: number, does: string, least_m: number): never {
  return refuse(
    'orbit/too-low',
    option,
    'There is no orbit at that height.',
    `At ${(altitude_m / 1e3).toFixed(0)} km the air ${does}.`,
    `Choose ${least_m / 1e3} km or more; mind the unit.`,
  );
}

function givenSize({ altitude, period, apogee, perigee, eccentricity = 0 }: OrbitOptions): Size {
  const ways = [altitude, period, apogee ?? perigee].filter((way) => way !== undefined).length;
  if (ways !== 1 || (apogee === undefined) !== (perigee === undefined)) {
    refuse(
      'command/usage',
      '--altitude',
      ways === 0 ? 'The size of the orbit is missing.' : 'The size of the orbit is not given in one way.',
      'Wanted is one of --altitude, --period, or --perigee with --apogee; or --tle; or --state.',
      'Write, for example, --altitude 650km.',
    );
  }
  if (altitude !== undefined) return { semiMajorAxis_m: earthRadius_m + altitude, eccentricity };
  if (period !== undefined) {
    return { semiMajorAxis_m: Math.cbrt(earthMu_m3perS2 * (period / (2 * Math.PI)) ** 2), eccentricity };
  }
  if (perigee! > apogee!) {
    refuse(
      'command/usage',
      '--perigee',
      'The perigee lies above the apogee.',
      'The perigee is the lowest point of an orbit, the apogee the highest.',
      'Exchange the two, or mind their units.',
    );
  }
  const [low, high] = [earthRadius_m + perigee!, earthRadius_m + apogee!];
  return { semiMajorAxis_m: (low + high) / 2, eccentricity: (high - low) / (high + low) };
}

/** Inclination in radians; undefined where none is given. */
export function inclinationOf(
  options: OrbitOptions,
  { semiMajorAxis_m, eccentricity }: Size,
): number | undefined {
  if (options.inclination !== 'sso') {
    const { inclination } = options;
    if (inclination === undefined || (inclination >= 0 && inclination <= Math.PI)) return inclination;
    refuse(
      'orbit/inclination',
      '--inclination',
      'This is no inclination.',
      'It lies between 0 and 180°.',
      'Write, for example, --inclination 97.7deg.',
    );
  }
  return (
    sunSynchronousInclination_rad(semiMajorAxis_m - earthRadius_m, eccentricity) ??
    refuse(
      'orbit/no-sun-synchronous',
      '--inclination',
      'No inclination is sun-synchronous at this altitude.',
      "So far out the Earth's bulge turns the plane by less than 0.9856° a day at any inclination: circular orbits reach up to 5,974 km.",
      'Choose a lower altitude, or write the inclination as an angle.',
    )
  );
}

/** The orbit with its place in space, and its epoch in days since J2000. */
export interface PlacedOrbit {
  readonly orbit: MeanOrbit;
  readonly epoch_d: number;
  /** What was taken where nothing was given, for the screen. */
  readonly assumed?: string;
}

export function placeOrbit(
  options: OrbitOptions,
  size: Size,
  inclination_rad: number,
  year: number,
): PlacedOrbit {
  const epoch_d = options.epoch ?? newYear_d(year);
  const { ltan, raan, inclination } = options;
  if (ltan !== undefined && raan !== undefined) {
    refuse(
      'command/usage',
      '--raan',
      'The node is given twice.',
      'Both --ltan and --raan say where it is.',
      'Leave one of them out.',
    );
  }
  const evening = ltan === undefined && raan === undefined && inclination === 'sso';
  const node_rad = raan ?? (ltan !== undefined || evening ? nodeOfLocalTime_rad(ltan ?? 18, epoch_d) : 0);
  const assumed = evening ? 'local time of the node 18:00' : (ltan ?? raan);
  return {
    orbit: {
      ...size,
      inclination_rad,
      node_rad,
      perigee_rad: options.perigeeArgument ?? 0,
      meanAnomaly_rad: 0,
    },
    epoch_d,
    ...(typeof assumed === 'number' ? {} : { assumed: assumed ?? 'node at right ascension 0°' }),
  };
}
