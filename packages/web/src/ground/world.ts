import type {
  AlertRow,
  Alerts,
  CoverageDocument,
  Imagers,
  Incidents,
  Track,
} from '@kardashev/contracts/ground.ts';
import { unixTime_s } from '@kardashev/model/data/wire/globe.ts';
import { AlertHistory } from '@kardashev/model/data/world/alerts.ts';
import { computed, effect, signal } from '@preact/signals';
import { get, type Load, loading } from '../api/api.ts';
import { groundEvents } from './state.ts';
import { type Span, spanOf, toldBy } from './times.ts';

/** What is known of the ground: alerts with their times, and what was sensed and followed. */
export interface Ground {
  readonly coverage: CoverageDocument | undefined;
  readonly incidents: Incidents['features'];
  readonly tracks: readonly Track[];
  readonly lasts_s: number;
  readonly live: boolean;
}

export const ground = signal<Load<Ground>>(loading);
/** Every alert told so far, in order; those that come live are added. */
export const alerts = signal<readonly AlertRow[]>([]);
/** By what was known at this moment, Unix seconds. */
export const known_s = signal(0);
/** The world of this moment; null where it is the same as what is known. */
export const of_s = signal<number | null>(null);
/** Follow what is told as it is told. */
export const live = signal(false);
export const playing = signal(false);
/** Seconds of the world a second of the watch. */
export const pace = signal(60);
export const paces = [1, 10, 60, 600, 3600] as const;
/** The event on show. */
export const chosen = signal<string | null>(null);

export const span = computed<Span | undefined>(() => spanOf(alerts.value));

const history = computed(() => {
  const state = ground.value;
  const told = new AlertHistory(state.state === 'ready' ? state.value.lasts_s : 0);
  for (const alert of alerts.value) told.say(alert);
  return told;
});

/** The events that hold at the moment on show, by what was known then. */
export const world = computed<readonly AlertRow[]>(
  () => history.value.at(of_s.value ?? known_s.value, known_s.value) as AlertRow[],
);

/** What had been told, the newest first. */
export const told = computed(() => toldBy(alerts.value, known_s.value));

export const chosenAlert = computed(() => {
  const event = chosen.value;
  return (
    world.value.find((alert) => alert.event === event) ?? told.value.find((alert) => alert.event === event)
  );
});

// What other views draw of events, kept apart so that they need not bring all of this along.
effect(() => {
  groundEvents.value = world.value.flatMap(({ event, longitude_deg, latitude_deg, radius_km, confidence }) =>
    longitude_deg === null || latitude_deg === null
      ? []
      : [{ event, longitude_deg, latitude_deg, radius_km: radius_km ?? 0, confidence }],
  );
});

/** Fetches what the server knows of the ground; what it does not have is not asked for. */
export async function loadGround(): Promise<void> {
  ground.value = loading;
  const told = await get<Alerts>('/api/alerts');
  if (told.state !== 'ready') {
    ground.value = told.state === 'failed' ? told : loading;
    return;
  }
  const { sensed, coverage: covered } = told.value;
  const [coverage, incidents, tracks] = await Promise.all([
    covered ? get<CoverageDocument>('/api/coverage') : loading,
    sensed ? get<Incidents>('/api/incidents') : loading,
    get<{ tracks: Track[] }>('/api/tracks'),
  ]);
  alerts.value = told.value.alerts;
  live.value = told.value.live;
  known_s.value = spanOf(told.value.alerts)?.until_s ?? 0;
  showLatest();
  ground.value = {
    state: 'ready',
    value: {
      coverage: coverage.state === 'ready' ? coverage.value : undefined,
      incidents: incidents.state === 'ready' ? incidents.value.features : [],
      tracks: tracks.state === 'ready' ? tracks.value.tracks : [],
      lasts_s: told.value.lasts_s,
      live: told.value.live,
    },
  };
}

/** The moment of the last alert, with its event. */
export function showLatest(): void {
  const last = alerts.value.at(-1);
  if (!last) return;
  known_s.value = unixTime_s(last.decidedAt) ?? known_s.value;
  of_s.value = null;
  chosen.value ??= last.event;
}

/** Goes to a moment by hand: what was known then, and with it the world of then. */
export function goToKnown(moment_s: number): void {
  live.value = false;
  known_s.value = moment_s;
}

/** Takes an alert that was told just now. */
export function hear(alert: AlertRow): void {
  const known = alerts.value.some(
    ({ event, decidedAt, senses }) =>
      event === alert.event && decidedAt === alert.decidedAt && senses.join() === alert.senses.join(),
  );
  if (known) return;
  alerts.value = [...alerts.value, alert];
  if (live.value) {
    playing.value = false;
    known_s.value = unixTime_s(alert.decidedAt) ?? known_s.value;
    of_s.value = null;
  }
}

export const fetchImagers = (run: string) => get<Imagers>(`/api/runs/${run}/imagers`);
