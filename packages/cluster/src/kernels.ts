import { referenceFleet } from '@kardashev/kernels/fleet/reference.ts';
import type { Kernels } from '@kardashev/model/flows/table.ts';

/** The makes of kernels that fill tables, here and in every worker. */
export const kernels: Kernels = { fleet: referenceFleet };
