/** Tables that a gazetteer is made from, as the outer rooms read them from packages. */
export interface GazetteerTables {
  /** Towns with their region's and county's codes: `TX`, `201` in `US`. */
  readonly towns: readonly TownRow[];
  /** `US.TX` → Texas. */
  readonly regions: ReadonlyMap<string, string>;
  /** `US.TX.201` → Harris County. */
  readonly counties: ReadonlyMap<string, string>;
  /** Countries by ISO 3166 code. */
  readonly countries: readonly CountryRow[];
}

export interface TownRow {
  readonly name: string;
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  /** Nought where it is not known. */
  readonly people: number;
  readonly country: string;
  readonly region: string;
  readonly county: string;
}

export interface CountryRow {
  readonly code: string;
  /** The usual English name first, then others, codes and languages. */
  readonly names: readonly string[];
  /** Middle of its largest pieces of land; undefined where no map has it. */
  readonly middle?: {
    readonly latitude_deg: number;
    readonly longitude_deg: number;
    readonly radius_km: number;
  };
}
