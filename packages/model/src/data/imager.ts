/** An imager as the plan's data section has it. */
export interface Imager {
  readonly swath_m: number;
  readonly groundSample_m: number;
  readonly pixel_bit: number;
  readonly compression: number;
  readonly cloud: number;
  readonly radarShare: number;
  readonly productShare: number;
}

/** Raw bits that one imager reads out a second while it looks. */
export function rawRate_bps(imager: Imager, groundSpeed_mperS: number): number {
  return imager.swath_m * groundSpeed_mperS * bitsPerArea_bitperm2(imager);
}

/** Raw bits of a square metre of ground. */
export function bitsPerArea_bitperm2(imager: Pick<Imager, 'pixel_bit' | 'groundSample_m'>): number {
  return imager.pixel_bit / imager.groundSample_m ** 2;
}

/** Share of scenes on which something of the ground is to be seen. */
export function clearShare(imager: Pick<Imager, 'cloud' | 'radarShare'>): number {
  return 1 - imager.cloud * (1 - imager.radarShare);
}

/**
 * Bits sent down over raw bits when a share of them is processed on orbit: processed scenes leave their product
 * where they were clear and nothing where not; the others go down compressed, clouds and all.
 */
export function sentShare(imager: Imager, processed: number): number {
  return wholeShare(imager, processed) + processed * clearShare(imager) * imager.productShare;
}

/** The part of it that is scenes sent whole. */
export function wholeShare(imager: Pick<Imager, 'compression'>, processed: number): number {
  return (1 - processed) / imager.compression;
}

/**
 * Share of raw bits that is processed on orbit: what the plan wants, as far as the work finds chips. Eyes and chips
 * short of power stand still for the same share of time, so that share cancels: both are at full power.
 */
export function processedShare(
  section: { readonly processedShare: number; readonly work_FLOPperbit: number },
  raw_bps: number,
  capacity_FLOPperS: number,
): number {
  const all_FLOPperS = raw_bps * section.work_FLOPperbit;
  return Math.min(
    section.processedShare,
    all_FLOPperS > capacity_FLOPperS ? capacity_FLOPperS / all_FLOPperS : 1,
  );
}
