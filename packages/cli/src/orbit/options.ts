import { type Command, Option } from 'commander';
import { instant, localTime_h, number, quantity, within } from './quantities.ts';

export interface OrbitOptions {
  readonly altitude?: number;
  readonly period?: number;
  readonly apogee?: number;
  readonly perigee?: number;
  readonly eccentricity?: number;
  /** Radians, or `sso`. */
  readonly inclination?: number | 'sso';
  readonly ltan?: number;
  readonly raan?: number;
  readonly perigeeArgument?: number;
  readonly epoch?: number;
  readonly year?: number;
  readonly beta?: number;
  readonly mass?: number;
  readonly dragArea?: number;
  readonly dragCoefficient: number;
  readonly f107: number;
  readonly isp?: number;
  readonly tle?: string;
  readonly repairChecksums?: boolean;
  readonly keepGoing?: boolean;
  readonly from?: number;
  readonly hours: number;
  readonly step: number;
  readonly arrayArea?: number;
  readonly efficiency?: number;
  readonly state?: string;
  readonly json?: boolean;
  readonly csv?: string;
  readonly out?: string;
}

const examples = `
Examples:
  kardashev orbit --altitude 650km --inclination sso --ltan 18:00 --year 2025
  kardashev orbit --altitude "550 km" --beta 30deg --json
  kardashev orbit --perigee 500km --apogee 39900km --inclination 63.4deg --raan 40deg --year 2026 --csv year.csv
  kardashev orbit --altitude 550km --inclination 53deg --year 2026 --mass 800kg --drag-area 20m2 --f107 180 --isp 1500s
  kardashev orbit --tle satellites.tle --from 2024-08-22T12:00:00Z --hours 24 --array-area 30.08m2 --efficiency 0.32
  kardashev orbit --state state.json --hours 2 --json

Angles of the node are in the true equator and mean equinox of date. Altitudes are above the equatorial radius,
6378.137 km. A day has an eclipse when the satellite is in the shadow at any time of it, UTC. Eclipses of a year
and sunlitFraction take the shadow for a cylinder.`;

/** Sun-synchronous, or an angle. */
const inclination = (text: string) =>
  /^(sso|sun-synchronous)$/i.test(text.trim())
    ? 'sso'
    : quantity('--inclination', 'inclination_rad', '97.7deg, or sso')(text);

/** The options of `kardashev orbit`, read into SI. */
export function withOrbit(command: Command): Command {
  const of = (flags: string, words: string, parse: (text: string) => unknown) =>
    command.addOption(new Option(flags, words).argParser(parse));
  of(
    '--altitude <length>',
    'of a circular orbit; else of the semi-major axis',
    quantity('--altitude', 'altitude_m', '650km'),
  );
  of('--period <time>', 'instead of the altitude', quantity('--period', 'period_s', '95.65min'));
  of(
    '--perigee <length>',
    'lowest altitude, together with --apogee',
    quantity('--perigee', 'perigee_m', '500km'),
  );
  of(
    '--apogee <length>',
    'highest altitude, together with --perigee',
    quantity('--apogee', 'apogee_m', '800km'),
  );
  of('--eccentricity <number>', 'with --altitude or --period', eccentricity);
  of('--inclination <angle>', 'or sso: sun-synchronous', inclination);
  of('--ltan <time>', 'mean local time of the ascending node at the epoch', localTime_h);
  of(
    '--raan <angle>',
    'right ascension of the ascending node at the epoch',
    quantity('--raan', 'raan_rad', '40deg'),
  );
  of(
    '--perigee-argument <angle>',
    'from the node to the perigee',
    quantity('--perigee-argument', 'angle_rad', '270deg'),
  );
  of(
    '--epoch <instant>',
    'at which node and perigee hold; 1 January of the year if not given',
    instant('--epoch'),
  );
  of('--year <year>', 'eclipses over a calendar year', number('--year', 1950, 2100));
  of(
    '--beta <angle>',
    'instead of a year: eclipse with the Sun so far off the plane',
    quantity('--beta', 'beta_rad', '30deg'),
  );
  of(
    '--mass <mass>',
    'with --drag-area: drag, decay and station-keeping',
    quantity('--mass', 'mass_kg', '800kg'),
  );
  of('--drag-area <area>', 'across the way', quantity('--drag-area', 'area_m2', '20m2'));
  command.addOption(
    new Option('--drag-coefficient <number>', 'of the satellite in thin air')
      .argParser(number('--drag-coefficient', 0.1, 10))
      .default(2.2),
  );
  command.addOption(
    new Option('--f107 <number>', 'solar radio flux at 10.7 cm: 70 in quiet years, 200 in active ones')
      .argParser(number('--f107', 60, 400))
      .default(140),
  );
  of(
    '--isp <time>',
    'specific impulse of the thruster',
    within('--isp', 'isp_s', '1500s', [1e-3, Infinity], 'a time above zero'),
  );
  command
    .option('--tle <file>', 'element sets instead: two-line, or OMM as .json, .xml, .kvn')
    .option('--repair-checksums', 'take wrong check digits for typing errors')
    .option('--keep-going', 'report satellites that SGP4 has no place for, and go on with the others');
  of('--from <instant>', 'begin; the epoch of each element set if not given', instant('--from'));
  command
    .addOption(new Option('--hours <number>', 'how long').argParser(number('--hours', 1e-6, 1e6)).default(24))
    .addOption(
      new Option('--step <time>', 'between rows of --csv; events are located, not stepped')
        .argParser(within('--step', 'step_s', '60s', [1e-3, Infinity], 'a millisecond at least'))
        .default(60, '60 s'),
    );
  of(
    '--array-area <area>',
    'of an array that faces the Sun',
    within('--array-area', 'area_m2', '30.08m2', [0, Infinity], 'no area below zero'),
  );
  of(
    '--efficiency <share>',
    'of that array: 0.32 or 32%',
    within('--efficiency', 'share', '0.32', [0, 1], 'a share from 0 to 1'),
  );
  return command
    .option('--state <file>', 'a state vector instead: eclipse events on its Keplerian way')
    .option('--json', 'print JSON: one document, or one line per satellite')
    .option('--csv <file>', 'write a table: days, time series or events; - is standard output')
    .addOption(new Option('--out <file>', 'the same as --csv'))
    .addHelpText('after', examples);
}

function eccentricity(text: string): number {
  return number('--eccentricity', 0, 0.999)(text);
}
