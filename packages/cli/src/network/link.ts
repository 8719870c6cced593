import { linkBudget } from '@kardashev/model/network/links/budget.ts';
import { type Command, Option } from 'commander';
import { type Setting, withSettings } from '../options.ts';
import { number, quantity, share, within } from '../orbit/quantities.ts';
import { print, printJson } from '../output.ts';
import { linkScreen } from './link-screen.ts';
import { linkAssumptions } from './link-terminal.ts';

interface LinkOptions {
  readonly power?: number;
  readonly aperture?: number;
  readonly distance: number;
  readonly wavelength?: number;
  readonly efficiency?: number;
  readonly loss?: number;
  readonly jitter?: number;
  readonly channels?: number;
  readonly channelRate?: number;
  readonly photons?: number;
  readonly closing?: number;
  readonly set: readonly Setting[];
  readonly json?: boolean;
}

const examples = `
Examples:
  kardashev network link --power 5W --aperture 0.1m --distance 5000km --wavelength 1.55um
  kardashev network link --distance 300m --json
  kardashev network link --distance 2000km --loss 6 --jitter 2urad --closing 7km/s

Both ends have equal telescopes. What is not given comes from the catalogue: see "kardashev catalogue network".`;

const positive = (option: string, name: string, example: string, most: number) =>
  within(option, name, example, [Number.MIN_VALUE, most], `more than nothing, and less than could be built`);

/** `network link`: the budget of one laser link. */
export function prepare(command: Command): void {
  const of = (flags: string, words: string, parse: (text: string) => number) =>
    command.addOption(new Option(flags, words).argParser(parse));
  of('--power <power>', 'optical power sent', positive('--power', 'power_W', '5W', 1e9));
  of('--aperture <length>', 'diameter of both telescopes', positive('--aperture', 'aperture_m', '0.1m', 1e3));
  command.addOption(
    new Option('--distance <length>', 'between the telescopes')
      .argParser(positive('--distance', 'distance_m', '5000km', 1e15))
      .makeOptionMandatory(),
  );
  of(
    '--wavelength <length>',
    'of the light',
    within('--wavelength', 'wavelength_m', '1.55um', [1e-7, 1e-4], 'light, from 0.1 to 100 µm'),
  );
  of('--efficiency <share>', 'of the ideal gain, each end', share('--efficiency'));
  of('--loss <dB>', 'by pointing and optics together, in dB', number('--loss', 0, 200));
  of('--jitter <angle>', 'further pointing error on each axis', quantity('--jitter', 'jitter_rad', '2urad'));
  of('--channels <n>', 'wavelengths on the beam', number('--channels', 1, 1e4));
  of(
    '--channel-rate <rate>',
    'of one wavelength',
    positive('--channel-rate', 'channelRate_bps', '400Gbit/s', 1e18),
  );
  of('--photons <n>', 'that the receiver wants for a bit', number('--photons', 1e-3, 1e6));
  of('--closing <speed>', 'at which the ends near', quantity('--closing', 'closing_mperS', '7km/s'));
  withSettings(command)
    .option('--json', 'print one JSON document instead of text')
    .addHelpText('after', examples)
    .action((options: LinkOptions) => tell(options));
}

function tell(options: LinkOptions): void {
  const { section, terminal: any } = linkAssumptions(options.set);
  const terminal = {
    power_W: options.power ?? any.power_W,
    aperture_m: options.aperture ?? any.aperture_m,
    wavelength_m: options.wavelength ?? any.wavelength_m,
    efficiency: options.efficiency ?? any.efficiency,
    throughput: options.loss === undefined ? any.throughput : 10 ** (-options.loss / 10),
  };
  const budget = linkBudget({
    terminal,
    distance_m: options.distance,
    jitter_rad: options.jitter ?? 0,
    photonsPerBit_perbit: options.photons ?? section.photonsPerBit_perbit,
    channels: options.channels ?? section.channels,
    channelRate_bps: options.channelRate ?? section.channelRate_bps,
    cone_rad: section.acquisitionCone_rad,
    detection_s: section.acquisitionDetection_s,
    closing_mperS: options.closing ?? 0,
  });
  const document = {
    power_W: terminal.power_W,
    aperture_m: terminal.aperture_m,
    distance_m: options.distance,
    wavelength_m: terminal.wavelength_m,
    ...budget,
  };
  if (options.json) printJson(document);
  else print(linkScreen(document));
}
