import type { PortName } from './ports.ts';

/**
 * How a room computes what it writes, one line a step; names of other ports stand for them. Only where a line or
 * three say it honestly: for the rest the port's own words must do.
 */
export const formulas: { readonly [N in PortName]?: string } = {};
