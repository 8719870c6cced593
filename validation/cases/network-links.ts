import { capturedShare } from '@kardashev/model/network/links/aperture.ts';
import { linkBudget } from '@kardashev/model/network/links/budget.ts';
import { rainLoss_dB } from '@kardashev/model/network/links/rain.ts';
import type { Case } from '../case.ts';

const radians = (angle_deg: number): number => (angle_deg * Math.PI) / 180;

/** Rows of the ITU's examples: latitude, height km, GHz, elevation, tilt, % of the year, mm/h, slant km, loss dB. */
const rainRows = [
  [51.5, 0.031382984, 14.25, 31.07699124, 0, 1, 26.48052, 4.690817392, 0.495317069],
  [51.5, 0.031382984, 14.25, 31.07699124, 0, 0.01, 26.48052, 4.690817392, 6.798072267],
  [41.9, 0.046122988, 29, 40.232036, 0, 0.1, 33.936232, 4.646913874, 10.73100773],
  [33.94, 0, 29, 46.35969261, 0, 0.001, 27.13586832, 3.542006965, 40.68133016],
  [22.9, 0, 14.25, 22.27833468, 0, 0.1, 50.639304, 10.96995451, 8.271647438],
  [3.133, 0.051251456, 29, 85.80459566, 90, 0.1, 99.15117186, 4.91990658, 48.81996807],
  [9.05, 2.539861878, 14.25, 20.14335809, 90, 0.01, 42.91007183, 6.516372436, 12.28976033],
] as const;

const suncatcher = {
  power_W: 5,
  aperture_m: 0.1,
  wavelength_m: 1.55e-6,
  efficiency: 0.8,
  throughput: 10 ** -0.3,
};
const budget = (distance_m: number) =>
  linkBudget({
    terminal: suncatcher,
    distance_m,
    jitter_rad: 0,
    photonsPerBit_perbit: 100,
    channels: 24,
    channelRate_bps: 400e9,
    cone_rad: 0.5e-3,
    detection_s: 1e-3,
    closing_mperS: 0,
  });

export const networkLinkCases: readonly Case[] = [
  {
    id: 'N3-channels',
    title: 'Optical link of Suncatcher as the command prints it: channels, and beams side by side when near',
    room: 'network',
    kind: 'identity',
    source: 'arXiv 2511.19468',
    figures: [
      {
        name: '24 channels of 400 Gbit/s, at 1 km',
        unit: 'Tbit/s',
        expected: 9.6,
        tolerance: { absolute: 1e-9 },
        obtained: () => budget(1000).capacity_bps / 1e12,
      },
      {
        name: 'received at 5,000 km',
        unit: 'µW',
        expected: 1.64,
        tolerance: { absolute: 0.01 },
        obtained: () => budget(5e6).received_W * 1e6,
      },
      {
        name: 'beams side by side at 1.267 km',
        unit: '',
        expected: 4,
        tolerance: { absolute: 0 },
        obtained: () => budget(1266).beams,
      },
      {
        name: 'beams side by side at 0.317 km',
        unit: '',
        expected: 16,
        tolerance: { absolute: 0 },
        obtained: () => budget(316).beams,
      },
    ],
  },
  {
    id: 'N3-rings',
    title: 'Light within the dark rings of the Airy pattern',
    room: 'network',
    kind: 'identity',
    source: 'Rayleigh 1881; Born and Wolf, Principles of Optics, section 8.5.2',
    figures: [
      [3.8317, 0.838],
      [7.0156, 0.91],
      [10.1735, 0.938],
    ].map(([v, expected], ring) => ({
      name: `within dark ring ${ring + 1}`,
      unit: '',
      expected: expected!,
      tolerance: { absolute: 0.001 },
      // The distance at which the far telescope just holds the ring.
      obtained: () => capturedShare(0.1, 1.55e-6, (Math.PI * 0.01) / (2 * 1.55e-6 * v!)),
    })),
  },
  {
    id: 'N9',
    title: 'Attenuation by rain between satellite and ground',
    room: 'network',
    kind: 'identity',
    source: 'ITU-R P.618-13 and P.838-3; validation examples of ITU-R Study Group 3, revision 5.1',
    figures: rainRows.map(([latitude, height_km, f_GHz, elevation, tilt, p, rain, slant_km, expected]) => ({
      name: `${f_GHz} GHz at ${latitude}° N, ${p} % of the year`,
      unit: 'dB',
      expected,
      tolerance: { relative: 1e-4 },
      obtained: () =>
        rainLoss_dB(
          {
            frequency_Hz: f_GHz * 1e9,
            elevation_rad: radians(elevation),
            latitude_rad: radians(latitude),
            height_m: height_km * 1e3,
            rainHeight_m: (height_km + slant_km * Math.sin(radians(elevation))) * 1e3,
            rain_mperS: rain / 3.6e6,
            tilt_rad: radians(tilt),
          },
          p / 100,
        ),
    })),
  },
];
