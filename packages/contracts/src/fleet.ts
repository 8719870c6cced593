import { z } from 'zod';
import { fundingSchema } from './run.ts';

/** A place on the ground. */
const placeSchema = z.object({ name: z.string(), latitude_rad: z.number(), longitude_rad: z.number() });

/** How satellites of one design leave service: early failures, a constant rate, wear-out, retirement. */
export const mortalitySchema = z.object({
  infantShare: z.number(),
  infantPeriod_s: z.number(),
  failure_perS: z.number(),
  wearOut_s: z.number(),
  wearOutShape: z.number(),
  life_s: z.number(),
  retirementSpread_s: z.number(),
});

/** What one satellite of a shell follows from, beside the shell's own row. */
export const fleetShellSchema = z.object({
  name: z.string(),
  /** First month of entry into service, counted from the plan's first; may be negative or past its end. */
  begin: z.number(),
  /** Mean distance of neighbours that fly in formation; 0 for satellites that are spread along their planes. */
  formation_m: z.number(),
  /** Months from lift-off to service: the climb to the shell, checks and phasing. */
  raising_months: z.number(),
  mortality: mortalitySchema,
  /** The design on its orbit as the energy model steps it: numbers by name, SI, unit in the name. */
  design: z.record(z.string(), z.number()),
});
export type FleetShell = z.infer<typeof fleetShellSchema>;

export const stationSchema = placeSchema.extend({
  /** Terminals in use, one number a month. */
  terminals: z.array(z.number()),
});
export type StationRow = z.infer<typeof stationSchema>;

export const padSchema = placeSchema.extend({
  /** Vehicles that fly from here. */
  vehicles: z.array(z.string()),
  /** Launches that pads and permits of the site allow, one number a month. */
  allowed_perS: z.array(z.number()),
});
export type PadRow = z.infer<typeof padSchema>;

/** The fleet of a run satellite by satellite, and the places on the ground that it meets. */
export const fleetSchema = z.object({
  shells: z.array(fleetShellSchema),
  stations: z.array(stationSchema),
  pads: z.array(padSchema),
  /** How far a dawn-dusk shell may lie from the inclination that keeps its local time. */
  inclinationTolerance_rad: z.number(),
  /** Least elevation at which a ground terminal tracks a satellite. */
  stationElevation_rad: z.number(),
  /** How lasers are linked: to direct neighbours, or along the plane so far that the mesh is square. */
  topology: z.enum(['grid', 'folded']),
  /** Height over the equatorial radius above which a laser between satellites must stay. */
  grazingAltitude_m: z.number(),
});
export type Fleet = z.infer<typeof fleetSchema>;

export const fleetQuerySchema = z.object({ funding: fundingSchema.optional() });
