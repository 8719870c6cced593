import type { PlanRow } from '@kardashev/contracts/job.ts';
import type { Carrier } from './carrier.ts';

/** What a server needs to carry out runs. */
export interface Jobs {
  readonly carrier: Carrier;
  /** Plans that ship. */
  plans(): Promise<readonly PlanRow[]>;
  /** Lets anybody who reaches the server start runs; else this machine alone may. */
  readonly anybody?: boolean;
}
