import { digits, share } from '../format/quantity.ts';
import { words } from './words.ts';

/** A place for people: 6.98° S, 155.9° E; or that none is known. */
export function placeText(latitude_deg: number | null, longitude_deg: number | null): string {
  if (latitude_deg === null || longitude_deg === null) return words().noPlace;
  const { north, south, east, west } = words();
  const latitude = `${digits(Math.abs(latitude_deg))}° ${latitude_deg < 0 ? south : north}`;
  const longitude = `${digits(Math.abs(longitude_deg))}° ${longitude_deg < 0 ? west : east}`;
  return words().place(latitude, longitude);
}

/** An angle in whole degrees. */
export const degreesText = (angle_rad: number): string =>
  `${Math.round((angle_rad * 180) / Math.PI)}°`.replace('-', '−');

/** How sure it is; what is not quite sure never reads as 100 %. */
export const confidenceText = (confidence: number): string => share(confidence);
