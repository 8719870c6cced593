/** The growth of the fleet as the outline of an area in a box of 100 by 100, a tenth left free above. */
export function area(fleet: Float64Array | undefined): string {
  if (!fleet || fleet.length === 0) return '';
  const top = Math.max(1, ...fleet.map((value) => (Number.isFinite(value) ? value : 0)));
  const points = [...fleet].map((value, index) => {
    const x = ((index + 0.5) / fleet.length) * 100;
    return `${x.toFixed(2)},${(100 - (88 * (Number.isFinite(value) ? value : 0)) / top).toFixed(2)}`;
  });
  return `M0,100 L${points.join(' L')} L100,${points.at(-1)?.split(',')[1] ?? 100} L100,100 Z`;
}
