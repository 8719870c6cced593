import { computed, signal } from '@preact/signals';
import type { Trouble } from '../api/api.ts';
import type { Mission } from '../state/mission.ts';
import type { FaultAt, Rerun } from './messages.ts';

/** How far the run that was changed here has come. */
export type RerunState =
  /** The run is shown as it is kept. */
  | { readonly state: 'kept' }
  /** Being computed; with points of response tables where some have to be filled first. */
  | { readonly state: 'computing'; readonly filling?: { readonly done: number; readonly total: number } }
  | {
      readonly state: 'shown';
      readonly rerun: Rerun;
      /** From the change to the signal that redraws the page. */
      readonly taken_ms: number;
    }
  /** What was asked for cannot be; the page shows the last that could. */
  | { readonly state: 'refused'; readonly faults: readonly FaultAt[] }
  | { readonly state: 'failed'; readonly trouble: Trouble };

export const rerunState = signal<RerunState>({ state: 'kept' });

/** The run as it is kept, while a changed one is on show. */
export const keptMission = signal<Mission | undefined>(undefined);

/** Whether what the page shows was computed here. */
export const isChanged = computed(() => keptMission.value !== undefined);
