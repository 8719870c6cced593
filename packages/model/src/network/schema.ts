import { count, number, type RoomSchema, series, share, word } from '../plan/attribute.ts';

/** The network's part of a plan. */
export const networkSchema = {
  section: {
    topology: word(
      "How a shell's lasers are linked: `grid` to direct neighbours along and across planes, or `folded`, which skips satellites along the plane to make the mesh as square as the longest link allows.",
      ['grid', 'folded'],
      'folded',
    ),
    failedLinks: share(
      'Share of laser terminals that do not work at any time: failed, seeking, or saving power.',
    ),
    shadowWork: share("Work of a satellite in the Earth's shadow over that of one in the sun."),
    exchangeSpan: number(
      "Satellites that exchange among themselves, one job's cluster: sets the mean hops of work.",
      {
        min: 1,
      },
    ),
    grazingAltitude_m: number(
      'Height over the equatorial radius above which a laser between satellites must stay.',
      {
        min: 0,
      },
    ),
    laserWavelength_m: number('Wavelength of the lasers.', { min: 1e-7, max: 1e-4 }),
    laserEfficiency: share('Share of the ideal antenna gain that a laser terminal reaches, each end.'),
    laserThroughput: share('Share of laser light left after pointing error and optics.'),
    photonsPerBit_perbit: number('Photons that a receiver wants for one bit, code included.', { min: 1 }),
    channels: number('Wavelengths that one beam carries where light is plenty.', { min: 1 }),
    channelRate_bps: number('Rate of one wavelength.', { min: 0 }),
    acquisitionCone_rad: number('Half angle of the cone in which a terminal seeks its other end.', {
      min: 0,
    }),
    acquisitionDetection_s: number('Time to notice the other end, beside the way of light there and back.', {
      min: 0,
    }),
    switching_s: number('Time that a satellite takes to pass a packet on.', { min: 0 }),
    linkImprovement_perS: number(
      'Growth of the rate of laser terminals by month of entry, and of ground terminals by month, continuous from the first month of the plan.',
      { min: 0 },
    ),
    groundElevation_rad: number('Least elevation at which a ground terminal tracks a satellite.', {
      min: 0,
      max: Math.PI / 2,
    }),
    groundAperture_m: number('Diameter of the telescope with which satellite and station seek each other.', {
      positive: true,
    }),
    groundTerminalRate_bps: number('Rate of one optical ground terminal in a clear sky.', { min: 0 }),
    cloudCorrelation_m: number(
      'Distance over which the correlation of clouds between two places falls to 1/e.',
      {
        min: 1,
      },
    ),
    relaySatellites: series(
      "Satellites of the Starlink mesh that take this fleet's lasers and pass bits down.",
      'geometric',
      {
        min: 0,
      },
    ),
    gatewayCapacity_bps: series(
      'Radio capacity to the ground that the Starlink mesh leaves to this fleet.',
      'geometric',
      {
        min: 0,
      },
    ),
    gatewayFrequency_Hz: number('Frequency at which radio gateways receive.', { min: 1e9, max: 1e12 }),
    gatewaySignalToNoise: number('Signal over noise of a gateway in a clear sky.', { min: 0 }),
    gatewayNoise_K: number('Noise temperature of a gateway in a clear sky.', { positive: true }),
    gatewayElevation_rad: number('Elevation at which a gateway sees its satellite, typically.', {
      min: 0.1,
      max: Math.PI / 2,
    }),
    gatewayRain_mperS: number('Rain that a typical gateway has in 0.01 % of the year.', { min: 0 }),
    gatewayRainHeight_m: number('Height from which it falls.', { min: 0 }),
    busiestTime_s: number('Local solar time at which users ask most.', { min: 0, max: 86_400 }),
    quietShare: share('What users ask for at the quietest hour, over the busiest.'),
    orbitAccess_s: number(
      'Round-trip time of access, frames and queues between a user and the first satellite.',
      {
        min: 0,
      },
    ),
    groundAccess_s: number('Round-trip time of access and queues between a user and the fibre.', { min: 0 }),
    userDistance_m: number('Median great circle from a user to a site on the ground that serves them.', {
      min: 0,
    }),
    fibreSpeed: share('Speed of light in fibre over that in vacuum.', { min: 0.1 }),
    fibreRoute: number('Length of fibre routes over the great circle.', { min: 1 }),
    fibreEnergy_Jperbit: number('Electrical energy on a site for one bit to or from a user.', { min: 0 }),
    fabricEnergy_Jperbit: number("Electrical energy of a hall's fabric for one bit between units.", {
      min: 0,
    }),
  },
  collections: {
    satellites: {
      laserTerminals: count('Laser terminals to other satellites.'),
      laserRate_bps: number('Rate of one laser terminal, each way, as its electronics allow.', { min: 0 }),
      laserPower_W: number('Optical power that one laser terminal sends.', { min: 0 }),
      laserAperture_m: number("Diameter of a laser terminal's telescope.", { min: 0 }),
      laserIdle_W: number('Electrical power of one terminal that tracks and carries nothing.', { min: 0 }),
      laserEnergy_Jperbit: number('Electrical energy that one bit takes on one hop, both ends.', { min: 0 }),
    },
    stations: {
      latitude_rad: number('Geodetic latitude, north positive.', { min: -Math.PI / 2, max: Math.PI / 2 }),
      longitude_rad: number('Longitude, east positive.', { min: -Math.PI, max: Math.PI }),
      clearSky: share('Share of time with a clear line of sight.'),
      terminals: series('Optical terminals in service.', 'hold', { min: 0 }),
    },
    regions: {
      latitude_rad: number('Latitude of the middle of its users.', { min: -Math.PI / 2, max: Math.PI / 2 }),
      longitude_rad: number('Longitude of the middle of its users.', { min: -Math.PI, max: Math.PI }),
      users: number('People who use services over the net.', { min: 0 }),
    },
    workloads: {
      checkpointShare: share('Part of its bits between units that copies of checkpoints are.'),
    },
    sites: {
      fibreRate_bpsperW: number('Capacity of the fibre out of a site by power to its chips.', { min: 0 }),
      fabricRate_bpsperW: number("Capacity of a hall's fabric between units by power to its chips.", {
        min: 0,
      }),
    },
  },
} satisfies RoomSchema;
