import { z } from 'zod';

/** A shell of satellites on circular orbits. Its name is the row of the host in the monthly results. */
export const shellSchema = z.object({
  name: z.string(),
  altitude_m: z.number(),
  inclination_rad: z.number(),
  planes: z.number().int().positive(),
  perPlane: z.number().int().positive(),
  /** `spread`: ascending nodes evenly over 360°; `dawn-dusk`: local times 06:00 and 18:00 by turns. */
  nodes: z.enum(['spread', 'dawn-dusk']),
  /** Name of the satellite's design. */
  satellite: z.string(),
});
export type ShellRow = z.infer<typeof shellSchema>;

export const shellsSchema = z.object({ shells: z.array(shellSchema) });
export type Shells = z.infer<typeof shellsSchema>;
