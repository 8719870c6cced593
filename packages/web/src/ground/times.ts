import type { AlertRow, Incidents } from '@kardashev/contracts/ground.ts';
import { unixTime_s } from '@kardashev/model/data/wire/globe.ts';

/** From when to when there is something to go through, Unix seconds. */
export interface Span {
  readonly from_s: number;
  readonly until_s: number;
}

/** Before the first event, and after the last: room to see it come and go. */
const before_s = 900;
const after_s = 3600;

/** The time over which alerts were told; undefined where none was. */
export function spanOf(alerts: readonly AlertRow[]): Span | undefined {
  const all = alerts.flatMap(({ at, decidedAt }) =>
    [unixTime_s(at) ?? [], unixTime_s(decidedAt) ?? []].flat(),
  );
  if (all.length === 0) return undefined;
  return { from_s: Math.min(...all) - before_s, until_s: Math.max(...all) + after_s };
}

/** The latest alert of each event that had been told at a moment, the newest first. */
export function toldBy(alerts: readonly AlertRow[], known_s: number): AlertRow[] {
  const latest = new Map<string, AlertRow>();
  for (const alert of alerts) {
    if ((unixTime_s(alert.decidedAt) ?? Number.POSITIVE_INFINITY) > known_s) continue;
    latest.delete(alert.event);
    latest.set(alert.event, alert);
  }
  return [...latest.values()].reverse();
}

/** What was said of one event, in order. */
export function saidOf(alerts: readonly AlertRow[], event: string): AlertRow[] {
  return alerts.filter((alert) => alert.event === event);
}

/** Incidents older than this are shown as the past. */
const recent_s = 86_400;

/** Incidents that had begun by a moment: those of the day before it, and older ones. */
export function incidentsBy(
  incidents: Incidents['features'],
  moment_s: number,
): { readonly recent: Incidents['features']; readonly older: Incidents['features'] } {
  const begun = incidents.filter(({ properties }) => (unixTime_s(properties.from) ?? 0) <= moment_s);
  const isRecent = ({ properties }: Incidents['features'][number]) =>
    (unixTime_s(properties.until) ?? 0) > moment_s - recent_s;
  return { recent: begun.filter(isRecent), older: begun.filter((one) => !isRecent(one)) };
}

/** What kind of event it is, as far as its senses tell. */
export type EventKind = 'quake' | 'burst' | 'fire' | 'other';

export function kindOf({ senses }: { readonly senses: readonly string[] }): EventKind {
  const has = (word: string) => senses.some((sense) => sense.startsWith(word));
  if (has('quake')) return 'quake';
  if (has('hotspot') || has('fire')) return 'fire';
  return has('post') ? 'burst' : 'other';
}
