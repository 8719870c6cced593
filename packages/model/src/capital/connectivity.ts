/** Subscribers after a time of logistic growth towards `limit`, in closed form: stable for any step. */
export function subscribersAfter(
  subscribers: number,
  limit: number,
  growth_perS: number,
  elapsed_s: number,
): number {
  if (subscribers <= 0) return 0;
  return limit / (1 + (limit / subscribers - 1) * Math.exp(-growth_perS * elapsed_s));
}
