import { computeSchema } from '../../compute/schema.ts';
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
  const sensed = sensedRates(month);
  const images = imageShare(month);
  return [
    ...parts,
    entry('images', 'down', scaled(sensed, images)),
    entry('alerts and products', 'down', scaled(sensed, 1 - images)),
  ];
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

function sensedRates(month: NetworkMonth): Rates {
  const sums: [number, number] = [0, 0];
  for (const { kind, name } of month.hosts) {
    if (kind !== 'orbit') continue;
    const offered = month.port('sensedDown_bps', name);
    sums[0] += offered;
    sums[1] += offered * month.port('downShare', name);
  }
  return sums;
}

/** Part of the sensors' bits that are scenes as seen; the rest is what was understood on orbit. */
function imageShare(month: NetworkMonth): number {
  const { section } = viewOf(month.plan, 'data', dataSchema);
  const clear = 1 - section.cloud * (1 - section.radarShare);
  const scenes = (1 - section.processedShare) / section.compression;
  const products = section.processedShare * clear * section.productShare;
  return scenes + products > 0 ? scenes / (scenes + products) : 0;
}
