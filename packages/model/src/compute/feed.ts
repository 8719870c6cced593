/**
 * Splits what links carry between those who offer: every chip at work has the same right to them, so each gets at
 * most the same rate per chip, and what offers less is carried whole. Max–min fairness, weighted by chips. Work that
 * exchanges much per FLOP is starved by scarce links, work that exchanges little is not.
 *
 * Writes the share of each offer that is carried to `share`: 1 for one of nothing.
 */
export function fairShares(
  offered_bps: Readonly<Float64Array>,
  chips: Readonly<Float64Array>,
  carried_bps: number,
  share: Float64Array,
): void {
  const waits = -1;
  let left = carried_bps;
  let waiting = 0;
  for (let index = 0; index < share.length; index++) {
    share[index] = offered_bps[index]! > 0 ? waits : 1;
    if (share[index] === waits) waiting += chips[index]!;
  }
  for (let moved = true; moved; ) {
    moved = false;
    const level = left / waiting;
    for (let index = 0; index < share.length; index++) {
      if (share[index] !== waits || offered_bps[index]! > level * chips[index]!) continue;
      share[index] = 1;
      left -= offered_bps[index]!;
      waiting -= chips[index]!;
      moved = true;
    }
  }
  const level = Math.max(0, left) / waiting;
  for (let index = 0; index < share.length; index++) {
    if (share[index] === waits) share[index] = Math.min(1, (level * chips[index]!) / offered_bps[index]!);
  }
}
