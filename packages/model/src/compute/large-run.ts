import { bestClusterSize, clusterElasticity, clusterRate_FLOPperS, type Job, type Pods } from './cluster.ts';

/** The best single cluster for one job, over all hosts looked at so far. A record that a step fills again. */
export interface BestCluster {
  host: number;
  pods: number;
  rate_FLOPperS: number;
  elasticity: number;
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
  // At a peak the difference is nothing but the search's own width: 0.
  best.elasticity = Math.max(0, clusterElasticity(job, pods, size));
}
