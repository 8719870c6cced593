import { viewOf } from '../../plan/view.ts';
import { secondsPerYear } from '../../time/calendar.ts';
import { payloadToShell } from '../../transport/payload.ts';
import { transportSchema } from '../../transport/schema.ts';
import { hallsWithin, permitsMedianWait_s, siteDeliveryTime_s } from '../../transport/site.ts';
import { formatNumber, formatQuantity } from '../../units/format.ts';
import { peak, type Reading } from '../reading.ts';
import type { Claim } from './claim.ts';

/** What "several GW at one place" is taken to be, and how long one may wait for it. */
const large_W = 2e9;
const within_s = 5 * secondsPerYear;

const orbitHosts = (reading: Reading) => reading.hosts.filter((host) => host.kind === 'orbit');

/** Payload of the plan's best vehicle to its easiest and hardest shells, weighted by planned mass. */
function bestPayload_kg(reading: Reading): number {
  const view = viewOf(reading.plan, 'transport', transportSchema);
  const hosts = orbitHosts(reading);
  if (hosts.length === 0) return Number.NaN;
  const units = hosts.reduce((total, host) => total + host.target, 0);
  const payloads = view.vehicles.map((vehicle) =>
    hosts.reduce((sum, host) => {
      if (!host.shell) return sum;
      const payload_kg = payloadToShell(vehicle, host.shell, view.section.dropAltitude_m);
      return sum + (payload_kg * host.target) / units;
    }, 0),
  );
  return Math.max(0, ...payloads);
}

export const transportClaims: readonly Claim[] = [
  {
    id: 'launch-hourly',
    said: 'One launch an hour',
    quantity: 'launches in the best year',
    unit: '1',
    claimed: 8760,
    holds: 'at least',
    find: (reading) => {
      const best = reading.bestYear(reading.total('launches'));
      const short = best.sum < 8760;
      return {
        computed: best.sum,
        instead: `${formatNumber(best.sum)} launches in ${best.year}${short ? `; pads, permits and ships would have to carry ${formatNumber(8760 / best.sum)} times as many.` : ', with the pads, permits and stages that the plan assumes for it.'}`,
      };
    },
  },
  {
    id: 'payload-200t',
    said: '200 t a launch',
    quantity: "payload to the fleet's shells, best version",
    unit: 'kg',
    claimed: 200e3,
    holds: 'at least',
    find: (reading) => {
      const payload_kg = bestPayload_kg(reading);
      return {
        computed: payload_kg,
        instead: `The best version takes ${formatQuantity(payload_kg / 1e3, 't')} to the shells, as a mean over planned satellites.`,
      };
    },
  },
  {
    id: 'mass-megatonnes',
    said: 'Millions of tonnes a year',
    quantity: 'mass to orbit in the best year',
    unit: 'kg',
    claimed: 1e9,
    holds: 'at least',
    find: (reading) => {
      const mass = reading.bestYear(reading.total('launchMass_kg'));
      const launches = reading.bestYear(reading.total('launches'));
      const each_kg = mass.sum / launches.sum;
      return {
        computed: mass.sum,
        instead: `${formatQuantity(mass.sum / 1e3, 't')} in ${mass.year}; at ${formatQuantity(each_kg / 1e3, 't')} a launch a million tonnes take ${formatNumber(1e9 / each_kg)} launches a year.`,
      };
    },
  },
  {
    id: 'million-satellites',
    said: 'One million satellites',
    quantity: 'in service at once, peak',
    unit: '1',
    claimed: 1e6,
    holds: 'at least',
    find: (reading) => {
      const inService = reading.total('inService', 'orbit');
      const most = peak(inService);
      const life_s = orbitHosts(reading)[0]?.unitLife_s;
      if (life_s === undefined) return { undecided: 'The plan has no satellites.' };
      const years = life_s / secondsPerYear;
      return {
        computed: most,
        instead: `${formatNumber(most)} are reached; a million that live ${formatNumber(years)} years take ${formatNumber(1e6 / years)} new ones a year for ever.`,
      };
    },
  },
  {
    id: 'permits-3-5y',
    said: 'Permits and grid on the ground take 3–5 years',
    quantity: 'median wait over the sites',
    unit: 's',
    claimed: 3 * secondsPerYear,
    holds: 'at least',
    find: (reading) => {
      const sites = viewOf(reading.plan, 'transport', transportSchema).sites;
      if (sites.length === 0) return { undecided: 'The plan names no site on the ground.' };
      const wait_s = permitsMedianWait_s(sites);
      const fastest = Math.min(...sites.map((site) => siteDeliveryTime_s(site, 1)));
      return {
        computed: wait_s,
        instead: `Half of the ${sites.length} sites wait ${formatNumber(wait_s / secondsPerYear)} years or more for the grid; the fastest has power after ${formatNumber(fastest / secondsPerYear)} years.`,
      };
    },
  },
  {
    id: 'gigawatt-nowhere',
    said: 'Several GW at one place cannot be had',
    quantity: 'sites that deliver 2 GW within 5 years',
    unit: '1',
    claimed: 0,
    holds: 'at most',
    find: (reading) => {
      const sites = viewOf(reading.plan, 'transport', transportSchema).sites;
      if (sites.length === 0) return { undecided: 'The plan names no site on the ground.' };
      const able = sites.filter(
        (site) =>
          siteDeliveryTime_s(site, large_W) <= within_s &&
          hallsWithin(site, within_s, secondsPerYear / 12) * site.hallPower_W >= large_W,
      );
      const names = able.map((site) => site.name).join(', ');
      return {
        computed: able.length,
        instead:
          able.length > 0
            ? `${names} can, with grid, own plant and builders as assumed.`
            : 'No site of the plan can.',
      };
    },
  },
];
