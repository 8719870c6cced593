import type { Room } from '../panel.ts';
import { capitalDepth } from './capital.ts';
import { computeDepth } from './compute.ts';
import { dataDepth } from './data.ts';
import type { Depth } from './depth.ts';
import { energyDepth } from './energy.ts';
import { networkDepth } from './network.ts';
import { transportDepth } from './transport.ts';

export const depths: Readonly<Record<Room, Depth>> = {
  energy: energyDepth,
  transport: transportDepth,
  network: networkDepth,
  compute: computeDepth,
  data: dataDepth,
  capital: capitalDepth,
};

/** All columns of a room, with what held it back. */
export const columnsOf = ({ columns, limits }: Depth): readonly string[] =>
  limits === undefined ? columns : [...columns, limits];
