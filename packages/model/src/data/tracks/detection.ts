/** A position without a name, as a tracker gets it. What was not measured is NaN. */
export interface Detection {
  /** Its place in the file or stream. */
  readonly index: number;
  readonly time_s: number;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly east_mperS: number;
  readonly north_mperS: number;
  /** By pressure, as transponders send it. */
  readonly altitude_m: number;
  readonly climb_mperS: number;
  /** Altitude by satellite less that by pressure: the weather's, and the error of this aircraft's own instruments. */
  readonly pressureGap_m: number;
  /** Whether its altitude is a whole number of hundreds of feet: all that old encoders can send. */
  readonly coarse: boolean | undefined;
}
