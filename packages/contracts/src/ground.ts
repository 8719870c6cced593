import { z } from 'zod';
import { figureSchema } from './month.ts';

/** What a duty officer was told of an event. A later alert of the same event takes the place of the one before. */
export const alertSchema = z.object({
  event: z.string(),
  /** When it happened, as far as was known. UTC, ISO 8601. */
  at: z.string(),
  /** When this was decided. UTC. */
  decidedAt: z.string(),
  /** Null while no sense tells the place. */
  latitude_deg: figureSchema,
  longitude_deg: figureSchema,
  /** How far from there it is felt strongly. */
  radius_km: figureSchema,
  confidence: z.number(),
  senses: z.array(z.string()),
  /** The observations under it. */
  lineage: z.array(z.string()),
});
export type AlertRow = z.infer<typeof alertSchema>;

/** All alerts as they were told, so that the page can go back and forth in both times by itself. */
export const alertsSchema = z.object({
  alerts: z.array(alertSchema),
  /** An event holds so long after it happened. */
  lasts_s: z.number(),
  /** Whether more may be told while the server runs. */
  live: z.boolean(),
  /** Whether `/api/incidents` has anything to tell, and `/api/coverage`. */
  sensed: z.boolean(),
  coverage: z.boolean(),
});
export type Alerts = z.infer<typeof alertsSchema>;

/** Something that was followed over the ground: an aircraft, a ship. */
export const trackSchema = z.object({
  track: z.number().int(),
  positions: z.number().int(),
  firstSeen: z.string(),
  lastSeen: z.string(),
  altitude_m: figureSchema,
  speed_mperS: figureSchema,
  /** Its way: Unix seconds, longitude and latitude in degrees, thinned out where it is long. */
  path: z.array(z.tuple([z.number(), z.number(), z.number()])),
});
export type Track = z.infer<typeof trackSchema>;
export const tracksSchema = z.object({ tracks: z.array(trackSchema) });

/** What a plan's imagers can do, and which satellites carry one. */
export const imagersSchema = z.object({
  /** How far an imager turns from straight down. */
  farthestOffNadir_rad: z.number(),
  /** Least elevation of the Sun at which it sees. */
  leastSun_rad: z.number(),
  /** From the decision to look until the satellite has the order. */
  order_s: z.number(),
  /** Share of scenes that clouds hide, and of imagers that see through them and by night. */
  cloud: z.number(),
  radarShare: z.number(),
  /** Share of a shell's satellites that carry an imager. */
  shells: z.array(z.object({ name: z.string(), imagerShare: z.number() })),
});
export type Imagers = z.infer<typeof imagersSchema>;

/** Where and when senses reached, and where none did. */
export const coverageSchema = z.object({
  from: z.string(),
  until: z.string(),
  hours: z.number(),
  /** Of all cells and hours the share that a sense, or all of them, reached: by area and by people. */
  reach: z.record(z.string(), z.object({ area: z.number(), people: z.number() })),
  /** Middles of cells of equal area, with the share of hours in which no sense reached them. */
  cells: z.array(z.object({ latitude_deg: z.number(), longitude_deg: z.number(), blind: z.number() })),
});
export type CoverageDocument = z.infer<typeof coverageSchema>;

/** Several senses put together to one thing that happened. */
export const incidentSchema = z.object({
  event: z.string(),
  kind: z.string(),
  from: z.string(),
  until: z.string(),
  radius_km: figureSchema,
  confidence: z.number(),
  senses: z.array(z.string()),
  lineage: z.array(z.string()),
});
export const incidentsSchema = z.object({
  features: z.array(
    z.object({
      geometry: z.object({ coordinates: z.tuple([z.number(), z.number()]) }).nullable(),
      properties: incidentSchema,
    }),
  ),
});
export type Incidents = z.infer<typeof incidentsSchema>;
