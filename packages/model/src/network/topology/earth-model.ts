/** An Earth as a shell's motion and its stations' places take it. */
export interface EarthModel {
  readonly name: 'wgs72' | 'wgs84';
  readonly radius_m: number;
  readonly flattening: number;
  readonly mu_m3perS2: number;
  readonly j2: number;
  readonly j3: number;
  readonly j4: number;
}

/** Gravity as SGP4 takes it for either model (Vallado et al., AIAA 2006-6753), figure as the models define it. */
export const earthModels: Readonly<Record<EarthModel['name'], EarthModel>> = {
  wgs72: {
    name: 'wgs72',
    radius_m: 6_378_135,
    flattening: 1 / 298.26,
    mu_m3perS2: 398_600.8e9,
    j2: 0.001082616,
    j3: -0.00000253881,
    j4: -0.00000165597,
  },
  wgs84: {
    name: 'wgs84',
    radius_m: 6_378_137,
    flattening: 1 / 298.257223563,
    mu_m3perS2: 398_600.5e9,
    j2: 0.00108262998905,
    j3: -0.00000253215306,
    j4: -0.00000161098761,
  },
};
