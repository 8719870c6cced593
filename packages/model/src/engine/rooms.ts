import { capital } from '../capital/step.ts';
import { compute } from '../compute/step.ts';
import { data } from '../data/step.ts';
import { energy } from '../energy/step.ts';
import type { Subsystem } from '../flows/subsystem.ts';
import { network } from '../network/step.ts';
import { transport } from '../transport/step.ts';

/** A room as the engine handles it, whatever its plan and parameters are made of. */
// biome-ignore lint/suspicious/noExplicitAny: a door's types meet only inside its own room
export type Room = Subsystem<any, any, any, any, any>;

/** The six subsystems. Their order here settles only what their reads leave open. */
export const rooms: readonly Room[] = [transport, energy, network, compute, data, capital];
