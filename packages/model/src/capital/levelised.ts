/**
 * Levelised cost on one boundary for orbit and ground: everything from the decision to build until the end of
 * life, over the delivered work, both discounted at one cost of capital.
 *
 * Inside: the unit with its chips, its launch or its building, insurance, operations, power. Outside, on both
 * sides: the network beyond the host, the company's overhead, taxes.
 */

/** Discounted duration of a stream that lasts `life_s`: ∫₀ᴸ e^(−rate·t) dt. Equal to the life at rate zero. */
export function discounted_s(rate_perS: number, life_s: number): number {
  const exponent = rate_perS * life_s;
  return Math.abs(exponent) < 1e-9 ? life_s : -Math.expm1(-exponent) / rate_perS;
}

/** Share of an asset's cost that a shorter use must carry: annuity over its own life, paid over the use. */
export function carriedShare(rate_perS: number, use_s: number, life_s: number): number {
  return use_s >= life_s ? 1 : discounted_s(rate_perS, use_s) / discounted_s(rate_perS, life_s);
}

/** One unit's money and output, real. Output is whatever is levelised: work, energy or power. */
export interface Pieces {
  /** Paid when the unit is asked for. */
  readonly early_USD: number;
  /** Paid when it enters service. */
  readonly atStart_USD: number;
  /** Paid all its life. */
  readonly running_USDperS: number;
  /** Output at begin of life, per second. */
  readonly output_perS: number;
  readonly life_s: number;
  /** Loss of output by failure and ageing, continuous. */
  readonly loss_perS: number;
  /** From asking for the unit to its entry into service: revenue-years that the early money waits for. */
  readonly wait_s: number;
  readonly costOfCapital_perS: number;
}

/** Levelised cost of one unit of output; infinite where nothing comes out. */
export function levelised(pieces: Pieces): number {
  const { costOfCapital_perS: rate, loss_perS: loss, life_s, wait_s } = pieces;
  const output = pieces.output_perS * discounted_s(rate + loss, life_s);
  const spent =
    pieces.early_USD * Math.exp(rate * wait_s) +
    pieces.atStart_USD +
    pieces.running_USDperS * discounted_s(rate, life_s);
  return output > 0 ? spent / output : Number.POSITIVE_INFINITY;
}

/** Cost over the cost of the same output without loss, at no cost of capital: λT / (1 − e^(−λT)). */
export function lifetimeFactor(loss_perS: number, life_s: number): number {
  return life_s / discounted_s(loss_perS, life_s);
}
