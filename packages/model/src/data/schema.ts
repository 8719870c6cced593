import { number, type RoomSchema, series, share } from '../plan/attribute.ts';

/** The part of a plan that says what is sensed. */
export const dataSchema = {
  section: {
    swath_m: number('Width of the ground that an imager sees on one pass.', { min: 1, max: 3e6 }),
    groundSample_m: number('Side of a pixel on the ground.', { min: 0.01 }),
    pixel_bit: number('Bits of a pixel over all bands, as read out.', { min: 1 }),
    compression: number('Raw bits over bits sent when nothing is thrown away.', { min: 1 }),
    imagerPower_W: number('Electrical power of one imager while it looks.', { min: 0 }),
    readout_Jperbit: number('Electrical energy to read out, store and compress one raw bit.', { min: 0 }),
    radarShare: share('Share of imagers that see by night and through cloud.'),
    leastSun_rad: number('Least elevation of the Sun at which the others see.', { min: 0, max: Math.PI / 2 }),
    targetShare: share('Share of the lit ground track that is worth a look.'),
    cloud: share('Share of scenes that clouds hide from all but radar.'),
    processedShare: share(
      'Share of raw bits that are to be processed on orbit; the rest goes down compressed.',
    ),
    work_FLOPperbit: number('Work to understand one raw bit on orbit.', { min: 0 }),
    productShare: share('Bits of product sent down over raw bits of a clear scene that was processed.'),
  },
  collections: {
    satellites: {},
    sensors: {
      rate_bps: series(
        "Bits that this feed brings to the ground: posts, radio, stations, others' images.",
        'geometric',
        {
          min: 0,
        },
      ),
      feedWork_FLOPperbit: number('Work to understand one bit of this feed.', { min: 0 }),
    },
  },
} satisfies RoomSchema;
