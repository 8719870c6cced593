import { computeSchema } from '../../compute/schema.ts';
import { processedShare, wholeShare } from '../../data/imager.ts';
import { dataSchema } from '../../data/schema.ts';
import { networkSchema } from '../../network/schema.ts';
import { viewOf } from '../../plan/view.ts';
import type { NetworkMonth } from './month.ts';

/** Bits of one kind that work or sensors in orbit offered to links, and what of them was carried, in the month. */
export interface Traffic {
  readonly kind: string;
  /** `across`: between satellites; `down`: between orbit and ground. */
  readonly way: 'across' | 'down';
  readonly offered_bit: number;
  readonly delivered_bit: number;
  readonly offered_bps: number;
  readonly delivered_bps: number;
}

type Rates = readonly [offered_bps: number, delivered_bps: number];

/** All traffic of the fleet in orbit, by kind: that of work, then that of sensors. */
export function trafficOf(month: NetworkMonth): Traffic[] {
  const entry = (kind: string, way: Traffic['way'], [offered_bps, delivered_bps]: Rates): Traffic => {
    const { seconds } = month.interval;
    return {
      kind,
      way,
      offered_bit: offered_bps * seconds,
      delivered_bit: delivered_bps * seconds,
      offered_bps,
      delivered_bps,
    };
  };
  const parts: Traffic[] = [];
  const works = viewOf(month.plan, 'compute', computeSchema).workloads;
  const copies = viewOf(month.plan, 'network', networkSchema).workloads;
  works.forEach(({ name, kind }, w) => {
    const across = ratesOf(month, w, 'Across_bps');
    const down = ratesOf(month, w, 'Down_bps');
    const copied = copies[w]!.checkpointShare;
    const label = (what: string) =>
      works.filter((one) => one.kind === kind).length > 1 ? `${what} of ${name}` : what;
    parts.push(
      entry(
        label(kind === 'training' ? 'training exchanges' : 'caches'),
        'across',
        scaled(across, 1 - copied),
      ),
    );
    if (copied > 0) parts.push(entry(label('checkpoints'), 'across', scaled(across, copied)));
    parts.push(
      entry(label(kind === 'training' ? 'training data and models' : 'prompts and tokens'), 'down', down),
    );
  });
  const { scenes, products } = sensedRates(month);
  return [...parts, entry('images', 'down', scenes), entry('image cut-outs and alerts', 'down', products)];
}

const scaled = ([offered, delivered]: Rates, share: number): Rates => [offered * share, delivered * share];

function ratesOf(month: NetworkMonth, workload: number, way: 'Across_bps' | 'Down_bps'): Rates {
  const offered = month.state('compute', `offered${way}`);
  const carried = month.state('compute', `carried${way}`);
  const sums: [number, number] = [0, 0];
  month.hosts.forEach(({ kind }, host) => {
    if (kind !== 'orbit') return;
    sums[0] += offered[workload * month.hosts.length + host]!;
    sums[1] += carried[workload * month.hosts.length + host]!;
  });
  return sums;
}

/** Bits of scenes that are sent whole, and of what is left of scenes that were understood on orbit. */
function sensedRates(month: NetworkMonth): { readonly scenes: Rates; readonly products: Rates } {
  const { section } = viewOf(month.plan, 'data', dataSchema);
  const scenes: [number, number] = [0, 0];
  const products: [number, number] = [0, 0];
  for (const { kind, name } of month.hosts) {
    const sent_bps = month.port('sensedDown_bps', name);
    if (kind !== 'orbit' || sent_bps <= 0) continue;
    const raw_bps = month.port('sensed_bit', name) / month.interval.seconds;
    const full_bps = raw_bps / month.port('serviceShare', name);
    const processed = processedShare(section, full_bps, month.port('sensingCapacity_FLOPperS', name));
    const whole_bps = raw_bps * wholeShare(section, processed);
    const carried = month.port('downShare', name);
    scenes[0] += whole_bps;
    scenes[1] += whole_bps * carried;
    products[0] += sent_bps - whole_bps;
    products[1] += (sent_bps - whole_bps) * carried;
  }
  return { scenes, products };
}
