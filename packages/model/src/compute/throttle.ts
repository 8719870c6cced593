/** Power that a package may draw before its junction passes the limit, for a coolant and a cold plate. */
export function allowedDraw_W(junctionLimit_K: number, coolant_K: number, resistance_KperW: number): number {
  return Math.max(0, (junctionLimit_K - coolant_K) / resistance_KperW);
}
