import type { LinkBudget } from '@kardashev/model/network/links/budget.ts';
import { formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';

type LinkDocument = LinkBudget & {
  readonly power_W: number;
  readonly aperture_m: number;
  readonly distance_m: number;
  readonly wavelength_m: number;
};

/** One link's budget on a screen. */
export function linkScreen(link: LinkDocument): string {
  const metres = (length_m: number) => formatQuantity(length_m, 'm');
  const line = (label: string, text: string) => `${label.padEnd(12)}${text}`;
  return [
    `${formatQuantity(link.power_W, 'W')} at ${formatQuantity(link.wavelength_m, 'm', 4)} through ${metres(link.aperture_m)} over ${metres(link.distance_m)}`,
    '',
    line('capacity', `${formatQuantity(link.capacity_bps, 'bit/s')}, bound by ${boundBy(link)}`),
    line('received', `${formatQuantity(link.received_W, 'W')} (${link.received_dBm.toFixed(1)} dBm)`),
    line(
      'gain',
      `${link.gain_dB.toFixed(2)} dB each end; beam ${formatNumber(link.divergence_urad, 4)} µrad to its first dark ring`,
    ),
    ...near(link).map((text) => line('near field', text)),
    line(
      'time',
      `${formatQuantity(link.flight_s, 's')} one way; ${formatQuantity(link.acquisition_s, 's')} to find the other end`,
    ),
    ...(link.doppler_Hz === 0 ? [] : [line('doppler', formatQuantity(link.doppler_Hz, 'Hz'))]),
  ].join('\n');
}

function boundBy({ limitedBy, light_bps, channels }: LinkDocument): string {
  return limitedBy === 'light'
    ? 'the light that arrives'
    : `${formatNumber(channels)} channels; the light would carry ${formatQuantity(light_bps, 'bit/s')}`;
}

/** A beam stays narrow within the confocal distance; only there is it worth a line. */
function near({ distance_m, confocal_m, beams, parallel_bps }: LinkDocument): string[] {
  if (distance_m > confocal_m) return [];
  const narrow = `a beam stays narrow for ${formatQuantity(confocal_m, 'm')}`;
  return beams === 1
    ? [narrow]
    : [
        `${narrow}: ${formatNumber(beams)} beams fit side by side, ${formatQuantity(parallel_bps, 'bit/s')} together`,
      ];
}
