import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { feature } from 'topojson-client';

/** A world map with equal degrees, as SVG: outlines of land, and places on it. */
export const [mapWidth, mapHeight] = [960, 480];
const top = 44;

/** Where a place lies on the map. */
export function onMap(latitude_deg: number, longitude_deg: number): readonly [x: number, y: number] {
  return [((longitude_deg + 180) / 360) * mapWidth, top + ((90 - latitude_deg) / 180) * mapHeight];
}

type Ring = readonly (readonly [longitude_deg: number, latitude_deg: number])[];

/** Outlines of land from Natural Earth at 1:110 million, through world-atlas, on this map or on one of another size. */
export function landPath(place: typeof onMap = onMap): string {
  const file = createRequire(import.meta.url).resolve('world-atlas/land-110m.json');
  const atlas = JSON.parse(readFileSync(file, 'utf8'));
  const land = feature(atlas, atlas.objects.land) as unknown as {
    readonly features: readonly {
      readonly geometry: { readonly coordinates: readonly (readonly Ring[])[] };
    }[];
  };
  const rings = land.features.flatMap(({ geometry }) => geometry.coordinates.flat());
  return rings.map((ring) => ring.map((_, index) => stretch(ring, index, place)).join('')).join('');
}

/** One point of an outline. Where it jumps from one edge of the map to the other, it begins anew. */
function stretch(ring: Ring, index: number, place: typeof onMap): string {
  const [longitude_deg, latitude_deg] = ring[index]!;
  const [x, y] = place(latitude_deg, longitude_deg);
  const jumps = index === 0 || Math.abs(longitude_deg - ring[index - 1]![0]) > 180;
  return `${jumps ? 'M' : 'L'}${x.toFixed(0)} ${y.toFixed(0)}`;
}

/** A page with the map under what is drawn on it; `foot` says what it shows. */
export function mapPage(title: string, drawn: readonly string[], foot: string): string {
  const height = top + mapHeight + 40;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${mapWidth} ${height}" font-family="system-ui, sans-serif" font-size="11" fill="#223">
<style>.halo{paint-order:stroke;stroke:#fff;stroke-width:3px}</style>
<rect width="${mapWidth}" height="${height}" fill="#fff"/>
<text x="16" y="26" font-size="15" font-weight="600">${title}</text>
<rect y="${top}" width="${mapWidth}" height="${mapHeight}" fill="#f3f6fa"/>
<path d="${landPath()}" fill="#dde2e8"/>
${drawn.join('\n')}
<text x="16" y="${height - 14}" fill="#667">${foot}</text>
</svg>
`;
}

/** Calm to alarming: green through amber to red, for a share from 0 to 1. */
export function heat(share: number): string {
  const stops = [
    [47, 138, 110],
    [232, 163, 61],
    [192, 57, 43],
  ] as const;
  const at = 2 * Math.min(1, Math.max(0, share));
  const [from, to] = at < 1 ? [stops[0], stops[1]] : [stops[1], stops[2]];
  const part = at < 1 ? at : at - 1;
  return `rgb(${from.map((one, index) => Math.round(one + part * (to[index]! - one))).join(',')})`;
}
