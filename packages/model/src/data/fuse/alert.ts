/** What a duty officer is told of an event. A later alert of the same event replaces the one before. */
export interface Alert {
  /** The same for all alerts of one event, and in every replay. */
  readonly event: string;
  /** When it happened: the origin of the quake; the first post of the burst while no more is known. UTC. */
  readonly at: string;
  /** When this alert was decided, from what had arrived by then. UTC. */
  readonly decidedAt: string;
  /** Null while no sense tells the place. */
  readonly latitude_deg: number | null;
  readonly longitude_deg: number | null;
  /** How far from there it is felt strongly. */
  readonly radius_km: number | null;
  /** Probability that this is so: that there was such an event, and at that place where one is told. */
  readonly confidence: number;
  readonly senses: readonly string[];
  /** The observations under it. */
  readonly lineage: readonly string[];
}
