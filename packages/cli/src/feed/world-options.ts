import type { Alert } from '@kardashev/model/data/fuse/alert.ts';
import type { Fusion } from '@kardashev/model/data/fuse/schema.ts';
import { type AlertRule, RuleWatch, type Signal } from '@kardashev/model/data/tell/rules.ts';
import { unixText } from '@kardashev/model/data/wire/globe.ts';
import { AlertHistory } from '@kardashev/model/data/world/alerts.ts';
import { type Command, Option } from 'commander';
import { instant, number, share, within } from '../orbit/quantities.ts';
import { BadInput } from '../stop.ts';

/** Which alerts are told, and of which moment. */
export interface WorldOptions {
  readonly raiseAt: number;
  readonly clearAt: number;
  readonly latitude?: number;
  readonly longitude?: number;
  readonly reach: number;
  /** Days of UTC since J2000. */
  readonly of?: number;
  readonly knownAt?: number;
}

/** An alert with what it means for the rule that was asked for. */
export type Told = Alert & { readonly signal: Signal };

export const worldHelp = `
What did we know at 14:43? --known-at 2012-09-05T14:43Z. What do we know now of 14:43? --of 2012-09-05T14:43Z.
With --known-at or --of, events are told as they stood; otherwise alerts, one after another. A rule raises an alert
at one probability and clears it at a lower one, so that nothing flickers.`;

/** Adds options on which alerts are told. */
export function withWorld(command: Command): Command {
  return command
    .addOption(
      new Option('--raise-at <share>', 'confidence from which an event is told')
        .argParser(share('--raise-at'))
        .default(0),
    )
    .addOption(
      new Option('--clear-at <share>', 'confidence below which it is cleared')
        .argParser(share('--clear-at'))
        .default(0),
    )
    .addOption(
      new Option('--latitude <degrees>', 'only events near this place').argParser(
        number('--latitude', -90, 90),
      ),
    )
    .addOption(
      new Option('--longitude <degrees>', 'east positive').argParser(number('--longitude', -360, 360)),
    )
    .addOption(
      new Option('--reach <distance>', 'how near')
        .argParser(within('--reach', 'reach_m', '300km', [1, 2.1e7], 'a distance from a metre to 21,000 km'))
        .default(300_000, '300 km'),
    )
    .addOption(
      new Option('--of <instant>', 'tell what there was at this moment, UTC').argParser(instant('--of')),
    )
    .addOption(
      new Option('--known-at <instant>', 'tell what was known at this moment, UTC').argParser(
        instant('--known-at'),
      ),
    );
}

/** Alerts that the rule of the options lets through, each as it raises, updates or clears. */
export function toldOf(alerts: readonly Alert[], options: WorldOptions): Told[] {
  const watch = new RuleWatch(ruleOf(options));
  return alerts.flatMap((alert) => {
    const signal = watch.take(alert);
    return signal ? [{ ...alert, signal }] : [];
  });
}

function ruleOf({ raiseAt, clearAt, latitude, longitude, reach }: WorldOptions): AlertRule {
  const rule = { id: 'asked', raiseAt, clearAt: Math.min(raiseAt, clearAt), unplaced: true };
  const within = circleOf({ latitude, longitude, reach });
  return within ? { ...rule, within } : rule;
}

/** The circle that was asked for, if any. Half of a place is bad input. */
export function circleOf({
  latitude,
  longitude,
  reach,
}: Pick<WorldOptions, 'latitude' | 'longitude' | 'reach'>) {
  if (latitude === undefined && longitude === undefined) return undefined;
  if (latitude === undefined || longitude === undefined) {
    throw new BadInput([
      {
        code: 'command/usage',
        message: 'A place has a latitude and a longitude.',
        at: { path: latitude === undefined ? '--latitude' : '--longitude' },
        cause: 'One of the two was given.',
        fix: 'Write both, such as --latitude 10.1 --longitude=-85.3.',
      },
    ]);
  }
  return { latitude_deg: latitude, longitude_deg: longitude, radius_m: reach };
}

/** What was there at one moment by what was known at another; the other where only one is given, or all. */
export interface Known {
  readonly of: string;
  readonly knownAt: string | null;
  readonly events: readonly Alert[];
  readonly hash: string;
}

/** Undefined where no moment was asked for. */
export function knownOf(alerts: readonly Alert[], options: WorldOptions, fusion: Fusion): Known | undefined {
  const of_d = options.of ?? options.knownAt;
  if (of_d === undefined) return undefined;
  const history = new AlertHistory(fusion.gateTime_s);
  for (const alert of alerts) history.say(alert);
  const of_s = unixOf(of_d);
  const known_s = options.knownAt === undefined ? Number.POSITIVE_INFINITY : unixOf(options.knownAt);
  return {
    of: unixText(of_s),
    knownAt: options.knownAt === undefined ? null : unixText(known_s),
    events: history.at(of_s, known_s),
    hash: history.hash(),
  };
}

const j2000_s = 946_728_000;
/** Unix seconds of days since J2000, to the millisecond that days can hold. */
export const unixOf = (utc_d: number): number => Math.round((utc_d * 86_400 + j2000_s) * 1e3) / 1e3;
