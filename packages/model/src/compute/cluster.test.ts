import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainSection, smallModel } from '../../testing/compute.ts';
import {
  bestClusterSize,
  clusterElasticity,
  clusterGoodput,
  clusterRate_FLOPperS,
  clusterStep_s,
  jobOf,
  type Pods,
  podsPerReplica,
} from './cluster.ts';

const job = jobOf(smallModel, smallModel.batch, plainSection);
const pods = (changed: Partial<Pods> = {}): Pods => ({
  available: 1e5,
  rate_FLOPperS: 1e17,
  memory_B: 1e13,
  link_bps: 1e12,
  hop_s: 1e-3,
  interruption_perS: 1e-7,
  restart_s: 300,
  checkpoint_BperS: 1e10,
  ...changed,
});

describe('a training job over many pods', () => {
  it('is one pod at its own rate when there is only one', () => {
    expect(clusterStep_s(job, pods(), 1)).toBeCloseTo(job.step_FLOP / 1e17, 9);
  });

  it("takes no less than arithmetic and no less than the exchange of a layer's gradients", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 1e4, noNaN: true }),
        fc.double({ min: 1e9, max: 1e14, noNaN: true }),
        (n, link_bps) => {
          const step_s = clusterStep_s(job, pods({ link_bps }), n);
          expect(step_s).toBeGreaterThanOrEqual((job.step_FLOP / (n * 1e17)) * (1 - 1e-12));
          expect(step_s).toBeGreaterThanOrEqual(
            (job.gradient_bit * (1 - job.layers / n)) / (job.layers * link_bps),
          );
        },
      ),
    );
  });

  it('finds the best size: no other does better', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 10, max: 15, noNaN: true }),
        fc.double({ min: -9, max: -5, noNaN: true }),
        fc.double({ min: 0, max: 5, noNaN: true }),
        (logLink, logFailures, logOther) => {
          const some = pods({ link_bps: 10 ** logLink, interruption_perS: 10 ** logFailures });
          const best = bestClusterSize(job, some);
          const other = Math.max(podsPerReplica(job, some), 10 ** logOther);
          expect(clusterRate_FLOPperS(job, some, other)).toBeLessThanOrEqual(
            clusterRate_FLOPperS(job, some, best) * (1 + 1e-4),
          );
        },
      ),
    );
  });

  it('grows with its mass while links and failures allow, and not beyond', () => {
    const free = pods({ available: 10, link_bps: 1e16, hop_s: 0, interruption_perS: 0 });
    expect(bestClusterSize(job, free)).toBe(10);
    expect(clusterElasticity(job, free, 10)).toBeCloseTo(1, 2);
    const best = bestClusterSize(job, pods());
    expect(best).toBeLessThan(1e5);
    expect(Math.abs(clusterElasticity(job, pods(), best))).toBeLessThan(0.01);
  });

  it('gains nothing from pods beyond the best size', () => {
    const few = bestClusterSize(job, pods({ available: 1e5 }));
    const many = bestClusterSize(job, pods({ available: 1e6 }));
    expect(clusterRate_FLOPperS(job, pods(), many)).toBeCloseTo(clusterRate_FLOPperS(job, pods(), few), -12);
  });

  it('cannot run where its training state does not fit', () => {
    const small = pods({ available: 3, memory_B: job.state_B / 4.5 });
    expect(podsPerReplica(job, small)).toBe(5);
    expect(bestClusterSize(job, small)).toBe(0);
  });

  it('loses more time to failures the larger it is', () => {
    expect(clusterGoodput(job, pods(), 1000)).toBeGreaterThan(clusterGoodput(job, pods(), 10_000));
  });
});
