import type { CapacityDocument } from '@kardashev/model/study/network/document.ts';
import { formatNumber, formatQuantity } from '@kardashev/model/units/format.ts';
import { fit } from '../layout.ts';

const percent = (share: number): string => `${formatNumber(100 * share)} %`;
const rate = (value_bps: number): string => formatQuantity(value_bps, 'bit/s');
const time = (value_ms: number | null): string => (value_ms === null ? '–' : `${formatNumber(value_ms)} ms`);
/** More bottlenecks than these nobody reads. */
const shown = 8;

/** What links carried in a month, what held bits back, and how long users wait: one screen. */
export function capacityScreen(found: CapacityDocument): string {
  return [
    headline(found),
    '',
    row(['traffic', 'offered', 'delivered', '']),
    ...found.traffic.map((one) =>
      row([
        one.kind,
        rate(one.offered_bps),
        rate(one.delivered_bps),
        one.offered_bps > 0 ? percent(one.delivered_bps / one.offered_bps) : none(one.kind, found),
      ]),
    ),
    '',
    row(['fullest first', 'full', 'room', '']),
    ...found.bottlenecks
      .slice(0, shown)
      .map((one) =>
        row([
          one.name,
          percent(one.fullness),
          one.capacity_bps === null ? '' : rate(one.capacity_bps),
          placeText(one.latitude_deg, one.longitude_deg),
        ]),
      ),
    ...(found.bottlenecks.length > shown
      ? [`… and ${found.bottlenecks.length - shown} more with --json`]
      : []),
    '',
    ...latencyLines(found),
  ].join('\n');
}

function headline({ plan, month, offered_bit, delivered_bit, deliveredShare }: CapacityDocument): string {
  if (offered_bit === 0) return `${plan}, ${month}: nothing in orbit offers bits`;
  const [delivered, offered] = [formatQuantity(delivered_bit, 'bit'), formatQuantity(offered_bit, 'bit')];
  return `${plan}, ${month}: ${delivered} of ${offered} delivered (${percent(deliveredShare)})`;
}

/** Why nothing of a kind is offered, where that may surprise. */
function none(kind: string, { traffic }: CapacityDocument): string {
  const cutOut = traffic.some((one) => one.kind === 'image cut-outs and alerts' && one.offered_bps > 0);
  return kind === 'images' && cutOut ? 'none whole: all are looked at on orbit' : '–';
}

function latencyLines({ latency }: CapacityDocument): string[] {
  if (latency.length === 0) return ['The plan names no regions with users.'];
  return [
    row(['there and back', 'orbit', '95 %', 'fibre']),
    ...latency.map((one) =>
      row([
        one.region,
        time(one.orbitMedian_ms),
        time(one.orbitLate_ms),
        one.site === null ? '–' : `${time(one.ground_ms)} to ${one.site}`,
      ]),
    ),
  ];
}

function row([label, first, second, rest]: readonly [string, string, string, string]): string {
  return `${fit(label, 32)}${fit(first, 14, true)}${fit(second, 16, true)}   ${rest}`.trimEnd();
}

function placeText(latitude_deg: number | null, longitude_deg: number | null): string {
  if (latitude_deg === null || longitude_deg === null) return '';
  const north = `${Math.abs(latitude_deg).toFixed(0)}° ${latitude_deg < 0 ? 'S' : 'N'}`;
  return `${north} ${Math.abs(longitude_deg).toFixed(0)}° ${longitude_deg < 0 ? 'W' : 'E'}`;
}
