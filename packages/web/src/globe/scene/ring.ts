/** Longitude and latitude of each corner, in degrees. */
export type Ring = readonly (readonly number[])[];

/**
 * The ring without jumps at 180°: longitudes go on beyond it. One that goes round a pole is closed along the
 * edge of the map, as Antarctica's must be.
 */
export function unrolled(ring: Ring): readonly (readonly [number, number])[] {
  const corners: [number, number][] = [];
  let turn = 0;
  let before = ring[0]?.[0] ?? 0;
  for (const [longitude = 0, latitude = 0] of ring) {
    if (longitude - before > 180) turn -= 360;
    if (longitude - before < -180) turn += 360;
    corners.push([longitude + turn, latitude]);
    before = longitude;
  }
  const [first, last] = [corners[0], corners.at(-1)];
  if (turn !== 0 && first && last) {
    const pole = last[1] < 0 ? -90 : 90;
    corners.push([last[0], pole], [first[0], pole]);
  }
  return corners;
}
