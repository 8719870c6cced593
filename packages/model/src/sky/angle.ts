export const radians = (degrees: number): number => (degrees * Math.PI) / 180;
export const degrees = (radians: number): number => (radians * 180) / Math.PI;

/** The same direction within (−π, π]. */
export function wrap_rad(angle_rad: number): number {
  const turns = Math.ceil(angle_rad / (2 * Math.PI) - 0.5);
  return angle_rad - 2 * Math.PI * turns;
}
