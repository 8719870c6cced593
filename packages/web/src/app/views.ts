import { signal } from '@preact/signals';
import { inLanguages } from '../language/language.ts';
import type { Mission } from '../state/mission.ts';

/** The views of mission control, in the order of their tabs. Each comes in a file of its own when it is first opened. */
export const viewNames = ['mission', 'claims', 'money', 'plan', 'compare', 'ground', 'runs'] as const;
export type ViewName = (typeof viewNames)[number];

/** The view on show; it stands in the address as `view=`. */
export const view = signal<ViewName>('mission');

export interface ViewProps {
  readonly mission: Mission;
  readonly inOrbit: (row: string) => boolean;
}

/** The views that show a month and so have the time line under them. */
export const timed: ReadonlySet<ViewName> = new Set<ViewName>(['mission', 'money']);

/** Views that are of use before there is any run; they take no mission. */
export const withoutRun: ReadonlySet<ViewName> = new Set<ViewName>(['runs']);

export const viewTitles = inLanguages({
  en: {
    mission: 'Mission',
    claims: 'Claims',
    money: 'Money',
    plan: 'Plan',
    compare: 'Compare',
    ground: 'Ground',
    runs: 'Runs',
  },
  de: {
    mission: 'Mission',
    claims: 'Behauptungen',
    money: 'Geld',
    plan: 'Plan',
    compare: 'Vergleich',
    ground: 'Boden',
    runs: 'Läufe',
  },
});
