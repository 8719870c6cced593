import type { AcceleratorEntry } from '../schema.ts';

type Curve = Pick<AcceleratorEntry, 'idleDraw' | 'clockExponent'>;

/** Draw over that at full load, for a share of time at work and a clock over the nominal one. */
export function drawAt({ idleDraw, clockExponent }: Curve, load: number, clock = 1): number {
  return idleDraw + (1 - idleDraw) * load * clock ** clockExponent;
}

/**
 * Clock, over the nominal one, at which a share of the full draw is enough to work all the time: what an accelerator
 * does when eclipse or heat leave it less. 0 where idling takes it all.
 */
export function clockAt({ idleDraw, clockExponent }: Curve, draw: number): number {
  if (draw >= 1) return 1;
  if (draw <= idleDraw) return 0;
  return ((draw - idleDraw) / (1 - idleDraw)) ** (1 / clockExponent);
}
