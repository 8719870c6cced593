import type { DayDocument } from '@kardashev/model/engine/day/document.ts';
import { formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';

export interface ShownDay extends DayDocument {
  readonly plan: string;
  readonly date: string;
  readonly seed: number;
  readonly wall_s: number;
  readonly refused?: readonly { readonly name: string; readonly why: string }[];
}

const percent = (share: number): string => `${formatNumber(100 * share, 3)} %`;
const work = (value_FLOP: number): string => formatQuantity(value_FLOP, 'FLOP');

/** A day for people, on one screen. */
export function dayScreen(day: ShownDay, colour: boolean): string {
  const paint = createColors(colour);
  const line = (label: string, text: string) => `  ${label.padEnd(22)}${text}`;
  const { delivered, baseline, bound, jobs, throttled, waited, clocks } = day;
  const held = ({ power_share, heat_share, link_share, failure_share }: typeof throttled) =>
    `power ${percent(power_share)} · heat ${percent(heat_share)} · links ${percent(link_share)} · failures ${percent(failure_share)}`;
  return [
    paint.bold(
      `${day.plan} on ${day.date}: ${formatNumber(day.satellites)} satellites, ${formatNumber(jobs.total)} jobs`,
    ),
    line(
      'delivered',
      `${work(delivered.work_FLOP)}, ${formatQuantity(delivered.work_FLOPperS, 'FLOP/s')} in the mean`,
    ),
    line(
      'of what was asked',
      percent(day.asked.work_FLOP > 0 ? delivered.work_FLOP / day.asked.work_FLOP : 1),
    ),
    line(
      'blind to Sun and heat',
      `${work(baseline.work_FLOP)}; ${day.policy} does ${baseline.gain >= 0 ? '+' : '−'}${percent(Math.abs(baseline.gain))}`,
    ),
    line('no one could pass', `${work(bound.work_FLOP)}; reached ${percent(bound.reached)}`),
    '',
    line(
      'jobs',
      `${formatNumber(jobs.done)} done (${formatNumber(jobs.late)} late) · ${formatNumber(jobs.running)} running · ` +
        `${formatNumber(jobs.waiting)} waiting · ${formatNumber(jobs.lapsed)} lapsed`,
    ),
    line('held back by', held(throttled)),
    line('  the blind one by', held(baseline.throttled)),
    line(
      'waited',
      `${formatNumber(waited.satelliteHours)} satellite-hours: no satellite ${percent(waited.room_share)} · ` +
        `no power ${percent(waited.power_share)} · not enough together ${percent(waited.gang_share)}`,
    ),
    line(
      'moved',
      `${formatNumber(day.migrations)} parts of jobs, ${formatQuantity(day.moved_bit, 'bit')}; ${formatNumber(day.preemptions)} suspended`,
    ),
    line(
      'hottest junction',
      `${formatNumber(day.hottest_K - 273.15)} °C; ${formatNumber(day.failures)} failures`,
    ),
    ...(clocks
      ? [
          '',
          line('months against day', ''),
          line('  sunlight', gapText(clocks.sunlitShare, percent)),
          line(
            '  power at full load',
            gapText(clocks.fullLoad_W, (value) => formatQuantity(value, 'W')),
          ),
          line(
            '  work',
            gapText(clocks.work_FLOPperS, (value) => formatQuantity(value, 'FLOP/s')),
          ),
        ]
      : []),
    ...(day.refused ?? []).slice(0, 10).map(({ name, why }) => paint.yellow(`  never: ${name}. ${why}`)),
    paint.dim(`  seed ${day.seed}, ${formatNumber(day.wall_s)} s`),
  ].join('\n');
}

function gapText(
  gap: { readonly day: number; readonly months: number; readonly gap: number },
  text: (value: number) => string,
) {
  const sign = gap.gap >= 0 ? '+' : '−';
  return `${text(gap.months)} by months, ${text(gap.day)} by the day: ${sign}${percent(Math.abs(gap.gap))}`;
}
