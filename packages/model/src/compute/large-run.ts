import { bestClusterSize, clusterElasticity, clusterRate_FLOPperS, type Job, type Pods } from './cluster.ts';

/** The best single cluster for one job, over all hosts of a kind looked at so far. A record that a step fills again. */
export interface BestCluster {
  host: number;
  pods: number;
  rate_FLOPperS: number;
  elasticity: number;
}

export function emptyCluster(): BestCluster {
  return { host: -1, pods: 0, rate_FLOPperS: 0, elasticity: Number.NaN };
}

export function noCluster(best: BestCluster): void {
  best.host = -1;
  best.pods = 0;
  best.rate_FLOPperS = 0;
  best.elasticity = Number.NaN;
}

/** Looks for a better cluster on one host. Clusters do not span hosts: their links do not join. */
export function considerHost(best: BestCluster, job: Job, host: number, pods: Pods): void {
  if (pods.available * pods.rate_FLOPperS <= best.rate_FLOPperS) return;
  const size = bestClusterSize(job, pods);
  if (size === 0) return;
  const rate = clusterRate_FLOPperS(job, pods, size);
  if (rate <= best.rate_FLOPperS) return;
  best.host = host;
  best.pods = size;
  best.rate_FLOPperS = rate;
  // Below what there is, the best size is a peak: one more pod brings nothing, and a difference only the search's own width.
  best.elasticity = size < pods.available ? 0 : Math.max(0, clusterElasticity(job, pods, size));
}

/** Time of a run of so many FLOPs; NaN without a cluster. */
export function durationOn({ host, rate_FLOPperS }: BestCluster, run_FLOP: number): number {
  return host >= 0 ? run_FLOP / rate_FLOPperS : Number.NaN;
}
