import type { PassReport } from '../task/report.ts';

/**
 * A look that was asked for as a STAC item (1.1): where and when, before there is a picture. `footprint_deg` is the
 * half side of the square, in degrees of latitude.
 */
export function stacItemOf(
  pass: PassReport,
  place: { readonly latitude_deg: number; readonly longitude_deg: number },
  footprint_deg: number,
): Record<string, unknown> {
  const { latitude_deg, longitude_deg } = place;
  const across_deg = footprint_deg / Math.max(0.01, Math.cos((latitude_deg * Math.PI) / 180));
  const [west, east] = [longitude_deg - across_deg, longitude_deg + across_deg];
  const [south, north] = [
    Math.max(-90, latitude_deg - footprint_deg),
    Math.min(90, latitude_deg + footprint_deg),
  ];
  return {
    type: 'Feature',
    stac_version: '1.1.0',
    stac_extensions: ['https://stac-extensions.github.io/view/v1.0.0/schema.json'],
    id: pass.job.id.replaceAll(/[/:]/g, '-'),
    bbox: [west, south, east, north],
    geometry: {
      type: 'Polygon',
      coordinates: [
        [
          [west, south],
          [east, south],
          [east, north],
          [west, north],
          [west, south],
        ],
      ],
    },
    properties: {
      datetime: pass.look_utc,
      platform: pass.name,
      'view:off_nadir': pass.offNadir_deg,
      'view:sun_elevation': pass.sunElevation_deg,
      'kardashev:known': pass.known_utc,
    },
    links: [],
    assets: {},
  };
}
