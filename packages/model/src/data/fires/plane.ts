/** A place on a plane that touches the Earth near a fire: metres east and north of a middle. */
export interface PlanePoint {
  readonly east_m: number;
  readonly north_m: number;
}

/** Where planes touch. */
export interface Middle {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
}

const degree_m = 1e7 / 90;

/** Metres from a middle. Over the 100 km of the largest fires it is true to a percent or so. */
export function planeOf(middle: Middle, { latitude_deg, longitude_deg }: Middle): PlanePoint {
  const turned = longitude_deg - middle.longitude_deg;
  const east_deg = turned - 360 * Math.round(turned / 360);
  return {
    east_m: east_deg * degree_m * Math.cos((middle.latitude_deg * Math.PI) / 180),
    north_m: (latitude_deg - middle.latitude_deg) * degree_m,
  };
}

/** Metres between two places that are not far apart. */
export function between_m(one: Middle, other: Middle): number {
  const { east_m, north_m } = planeOf(one, other);
  return Math.hypot(east_m, north_m);
}
