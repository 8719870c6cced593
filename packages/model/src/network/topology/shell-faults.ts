import type { Fault, Place } from '../../outcome/outcome.ts';
import type { ShellPlan } from './fleet.ts';
import { altitude_m, sized } from './pattern.ts';
import type { ShellValues } from './shell-file.ts';

/**
 * Altitudes are stated above the equatorial or the mean radius (7 km less), and as mean or osculating (2 km): what
 * differs by more than all that together is another orbit.
 */
const altitudeSlack_m = 15e3;

/** Under this nothing stays in orbit for a day. */
const lowest_m = 100e3;

/** What cannot be about a shell whose values each can. `place` is where a key stands. */
export function shellFaults(plan: ShellPlan, given: ShellValues, place: (key: string) => Place): Fault[] {
  return [
    mismatch(plan, given, place),
    underground(plan, given, place),
    neverInView(plan, given, place),
  ].filter((fault) => fault !== undefined);
}

const km = (value_m: number): string => `${(value_m / 1e3).toFixed(value_m < 1e6 ? 0 : 0)} km`;

/** The classic: a shell labelled 550 km that flies at 509. */
function mismatch(
  { pattern }: ShellPlan,
  given: ShellValues,
  place: (key: string) => Place,
): Fault | undefined {
  if (given.altitude_m === undefined || given.meanMotion_revPerDay === undefined) return undefined;
  const flies_m = altitude_m(pattern);
  if (Math.abs(flies_m - given.altitude_m) <= altitudeSlack_m) return undefined;
  const right = sized({ altitude_m: given.altitude_m }, pattern.inclination_rad, pattern.earth);
  const rev = ((right.meanMotion_radperS * 86_400) / (2 * Math.PI)).toFixed(2);
  const kilometres = Math.abs(flies_m - given.altitude_m * 1e3) <= altitudeSlack_m;
  return {
    code: 'shell/altitude-mismatch',
    message: `At ${given.meanMotion_revPerDay} revolutions a day a satellite flies ${km(flies_m)} high, not ${km(given.altitude_m)}.`,
    at: { ...place('altitude_m'), path: 'altitude_m' },
    cause: kilometres
      ? 'The altitude is written in kilometres.'
      : 'One of the two is a label: shells are often named after an altitude at which they do not fly.',
    fix: kilometres
      ? `Write altitude_m: ${given.altitude_m * 1e3}.`
      : `Leave one of them out: ${km(given.altitude_m)} is ${rev} revolutions a day.`,
  };
}

function underground(
  { pattern }: ShellPlan,
  given: ShellValues,
  place: (key: string) => Place,
): Fault | undefined {
  const height_m = altitude_m(pattern);
  if (height_m >= lowest_m) return undefined;
  const key = given.meanMotion_revPerDay === undefined ? 'altitude_m' : 'meanMotion_revPerDay';
  const unit = key === 'altitude_m' && height_m >= lowest_m / 1e3;
  return {
    code: 'shell/underground',
    message:
      height_m < 0
        ? `The shell lies ${km(-height_m)} under the ground.`
        : `${(height_m / 1e3).toPrecision(3)} km is too low for an orbit.`,
    at: { ...place(key), path: key },
    cause: unit
      ? 'The altitude is probably written in kilometres.'
      : 'A shell under 100 km falls within a day.',
    fix: unit ? `Write altitude_m: ${height_m * 1e3}.` : 'Give a higher orbit: fewer revolutions a day.',
  };
}

function neverInView(
  { pattern, sight }: ShellPlan,
  given: ShellValues,
  place: (key: string) => Place,
): Fault | undefined {
  const height_m = altitude_m(pattern);
  // Stations near the poles are 21 km nearer to the Earth's centre, and orbits not quite round.
  const slant_m = sight.maxSlantRange_m;
  if (slant_m === undefined || height_m < lowest_m || slant_m >= height_m - altitudeSlack_m) return undefined;
  const kilometres = slant_m < 1e5;
  return {
    code: 'shell/never-in-view',
    message: `No station ever sees a satellite: they fly ${km(height_m)} high, and sight ends at ${slant_m} m.`,
    at: { ...place('maxSlantRange_m'), path: 'maxSlantRange_m' },
    cause: kilometres
      ? 'The slant range is probably written in kilometres.'
      : 'The slant range is shorter than the way straight up.',
    fix: kilometres
      ? `Write maxSlantRange_m: ${(given.maxSlantRange_m ?? 0) * 1e3}.`
      : 'Give a longer range, or minElevation_deg instead.',
  };
}
