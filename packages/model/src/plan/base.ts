import { count, month, number, reference, share, text, word } from './attribute.ts';

/** What several rooms need of an entry, and so no single room owns. Every room sees these beside its own rows. */
export const baseCollections = {
  shells: {
    altitude_m: number('Middle of the shell above the equatorial radius, 6378.137 km.', {
      required: true,
      min: 150e3,
      max: 50_000e3,
    }),
    inclination_rad: number('Inclination of the orbits to the equator.', {
      required: true,
      min: 0,
      max: Math.PI,
    }),
    planes: count('Orbital planes.', { required: true, min: 1 }),
    perPlane: count('Satellites in each plane when the shell is full.', { required: true, min: 1 }),
    nodes: word(
      'Ascending nodes: `spread` evenly over 360°, or `dawn-dusk` at local times 06:00 and 18:00 by turns.',
      ['spread', 'dawn-dusk'],
      'spread',
    ),
    formation_m: number(
      'Mean distance of neighbours of a formation: the satellites of a plane fly close together instead of spread along it; 0 for satellites that are spread.',
      { min: 0, max: 1e6 },
    ),
    satellite: reference('Design that fills the shell.', 'satellites'),
    begin: month('Month from which satellites may enter service.'),
    remark: text('What a reader of the results should know of this entry.', ''),
  },
  satellites: {
    powerToCompute_W: number('Nominal mean electrical power to the chips at begin of life.', {
      positive: true,
    }),
    mass_kg: number('Mass as launched, propellant included.', { positive: true }),
    life_s: number('Design life in orbit.', { positive: true }),
    imagerShare: share('Share of the satellites of this design that carry an imager.'),
  },
  sites: {
    latitude_rad: number('Geodetic latitude, north positive.', { min: -Math.PI / 2, max: Math.PI / 2 }),
    longitude_rad: number('Longitude, east positive.', { min: -Math.PI, max: Math.PI }),
    hallPower_W: number(
      'Nominal electrical power to the chips of one hall, the unit in which a site is built.',
      {
        positive: true,
      },
    ),
    halls: count('Halls the plan wants at the site.'),
    pue: number('Energy drawn from grid or own plant over energy to the chips, year round.', { min: 1 }),
    idleShare: share('Draw of idle chips and boards over their draw at full load.'),
    hallLife_s: number("Design life of a hall's chips and supplies.", { positive: true }),
    begin: month('Month in which the site is asked for: waiting for permits and grid starts here.'),
  },
} as const;
