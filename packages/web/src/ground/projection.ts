/** The flat map: longitude to the right, latitude up, a degree as long either way (plate carrée). */

/** What part of it is on show. */
export interface MapView {
  /** Middle, degrees. */
  readonly longitude_deg: number;
  readonly latitude_deg: number;
  /** 1 shows the whole Earth across the width. */
  readonly zoom: number;
}

/** Of the map on the screen, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export type Point = readonly [x: number, y: number];

export const wholeEarth: MapView = { longitude_deg: 0, latitude_deg: 0, zoom: 1 };
export const closest = 64;

/** Pixels of a degree. */
export const pixelsPerDegree = ({ zoom }: MapView, { width }: Size): number => (width * zoom) / 360;

/** Where a place is on the screen, on the turn of the Earth nearest to the middle. */
export function toScreen(view: MapView, size: Size, longitude_deg: number, latitude_deg: number): Point {
  const scale = pixelsPerDegree(view, size);
  const across = wrapped(longitude_deg - view.longitude_deg);
  return [size.width / 2 + across * scale, size.height / 2 - (latitude_deg - view.latitude_deg) * scale];
}

/** The place under a point of the screen. */
export function toPlace(
  view: MapView,
  size: Size,
  [x, y]: Point,
): readonly [longitude: number, latitude: number] {
  const scale = pixelsPerDegree(view, size);
  return [
    wrapped(view.longitude_deg + (x - size.width / 2) / scale),
    view.latitude_deg - (y - size.height / 2) / scale,
  ];
}

/** Nearer or farther by a factor, with what is under a point staying there. */
export function zoomedAt(view: MapView, size: Size, at: Point, factor: number): MapView {
  const zoom = Math.min(closest, Math.max(1, view.zoom * factor));
  const [longitude, latitude] = toPlace(view, size, at);
  const scale = pixelsPerDegree({ ...view, zoom }, size);
  return settled(
    {
      longitude_deg: longitude - (at[0] - size.width / 2) / scale,
      latitude_deg: latitude + (at[1] - size.height / 2) / scale,
      zoom,
    },
    size,
  );
}

/** Moved by pixels, as if the map were pulled along. */
export function panned(view: MapView, size: Size, [dx, dy]: Point): MapView {
  const scale = pixelsPerDegree(view, size);
  return settled(
    {
      ...view,
      longitude_deg: view.longitude_deg - dx / scale,
      latitude_deg: view.latitude_deg + dy / scale,
    },
    size,
  );
}

/** So that no more than the poles is seen, and the middle has one name. */
export function settled(view: MapView, size: Size): MapView {
  const half = size.height / 2 / pixelsPerDegree(view, size);
  const most = Math.max(0, 90 - half);
  return {
    ...view,
    longitude_deg: wrapped(view.longitude_deg),
    latitude_deg: Math.min(most, Math.max(-most, view.latitude_deg)),
  };
}

/** A longitude or a difference of two, from −180° to 180°. */
export function wrapped(degrees: number): number {
  return degrees - 360 * Math.floor((degrees + 180) / 360);
}

/** A ring or a line that crosses 180° goes on beyond it instead of jumping back. */
export function unrolled(line: readonly (readonly number[])[]): Point[] {
  let before = Number.NaN;
  return line.map(([longitude = 0, latitude = 0]) => {
    const turned = Number.isNaN(before) ? longitude : before + wrapped(longitude - before);
    before = turned;
    return [turned, latitude] as const;
  });
}

/** The circle on the ground `radius_km` around a place, as a ring of longitudes and latitudes. */
export function circleOnGround(longitude_deg: number, latitude_deg: number, radius_km: number): Point[] {
  const rad = Math.PI / 180;
  const [latitude, angle] = [latitude_deg * rad, radius_km / 6371];
  return unrolled(
    Array.from({ length: 73 }, (_, index) => {
      const bearing = index * 5 * rad;
      const sine =
        Math.sin(latitude) * Math.cos(angle) + Math.cos(latitude) * Math.sin(angle) * Math.cos(bearing);
      const across = Math.atan2(
        Math.sin(bearing) * Math.sin(angle) * Math.cos(latitude),
        Math.cos(angle) - Math.sin(latitude) * sine,
      );
      return [longitude_deg + across / rad, Math.asin(sine) / rad];
    }),
  );
}
