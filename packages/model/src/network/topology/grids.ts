import { clusterLinks } from './clusters.ts';
import type { Fleet, FleetShell } from './fleet.ts';
import { fixed, type Links, type Topology, together } from './links.ts';
import { plusGrid } from './plus-grid.ts';

/** The +grid in every shell of a fleet, between the centres of clusters where slots hold such; nothing between shells. */
export function gridTopology({ shells }: Fleet): Topology {
  return fixed('grid', together(shells.map(shellLinks)));
}

function shellLinks({ grid, first, formation }: FleetShell): Links {
  if (formation === undefined) return plusGrid(grid, first);
  const { from, to } = clusterLinks(grid.planes * grid.perPlane, formation.cluster, plusGrid(grid));
  return { from: from.map((end) => end + first), to: to.map((end) => end + first) };
}

/** No links at all: a station reaches what the satellite over it sees. */
export const noLinks: Topology = fixed('none', { from: new Int32Array(), to: new Int32Array() });

/** Several topologies over the same satellites. */
export function joined(topologies: readonly Topology[]): Topology {
  return {
    name: topologies.map(({ name }) => name).join(' + '),
    moves: topologies.some(({ moves }) => moves),
    links: (sky): Links => together(topologies.map((topology) => topology.links(sky))),
  };
}
