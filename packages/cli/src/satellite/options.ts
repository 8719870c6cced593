import { type Command, Option } from 'commander';
import { type Setting, withSettings } from '../options.ts';
import { localTime_h, number, quantity, within } from '../orbit/quantities.ts';

export interface SatelliteOptions {
  readonly file?: string;
  readonly altitude: number;
  /** Radians, or `sso`. */
  readonly inclination: number | 'sso';
  readonly ltan?: number;
  readonly raan?: number;
  readonly year: number;
  readonly age?: number;
  readonly size?: boolean;
  readonly set: readonly Setting[];
  readonly json?: boolean;
  readonly out?: string;
}

const examples = `
Examples:
  kardashev satellite ai1 --altitude 650km --inclination sso --ltan 18:00 --year 2028 --age 5y
  kardashev satellite ai1 --altitude 702km --inclination 30deg --set radiatorArea="160 m2" --json
  kardashev satellite ai1 --altitude 984km --size --set energy.junctionLimit="85 °C"
  kardashev satellite --file my-satellite.yaml --altitude 1450km --age 5y --out worst-orbit.csv
  kardashev catalogue satellites.ai1

A design file is a plan with satellites alone: satellites: {mine: {like: ai1, powerToCompute: 150 kW}}, and energy:
{…} where the surroundings or the chips' limits are others. Without a dot, --set speaks of the satellite itself.
Array and battery are those of the age given; W/m² of radiators are of planform, both faces together.`;

const inclination = (text: string) =>
  /^(sso|sun-synchronous)$/i.test(text.trim())
    ? 'sso'
    : quantity('--inclination', 'inclination_rad', '97.7deg, or sso')(text);

const century_s = 100 * 365.25 * 86_400;

/** `5y` is how people write a life. */
const age = (text: string) =>
  within('--age', 'age_s', '5y', [0, century_s], 'an age from 0 to 100 years')(text.replace(/y$/, 'yr'));

/** The options of `kardashev satellite`, read into SI. */
export function withSatellite(command: Command): Command {
  const of = (
    flags: string,
    words: string,
    parse: (text: string) => unknown,
    by?: unknown,
    said?: string,
  ) => {
    const option = new Option(flags, words).argParser(parse);
    command.addOption(by === undefined ? option : option.default(by, said));
  };
  command.option('--file <design>', "a design of one's own instead of a preset; NAME picks one of several");
  of(
    '--altitude <length>',
    'of its circular orbit',
    quantity('--altitude', 'altitude_m', '650km'),
    650e3,
    '650 km',
  );
  of('--inclination <angle>', 'or sso: sun-synchronous', inclination, 'sso', 'sso');
  of(
    '--ltan <time>',
    'mean local time of the ascending node at the begin of the year; 18:00 where sso',
    localTime_h,
  );
  of('--raan <angle>', 'right ascension of the node instead', quantity('--raan', 'raan_rad', '40deg'));
  of('--year <year>', 'whose days are gone through', number('--year', 1950, 2100), 2028);
  of('--age <time>', 'of the satellite; the end of its design life if not given', age);
  command.option('--size', 'size array, battery and radiator so that full load holds on every day');
  return withSettings(command)
    .option('--json', 'print one JSON document instead of text')
    .option('--out <file>', 'write the worst revolution as a time series, CSV; - is standard output')
    .addHelpText('after', examples);
}
