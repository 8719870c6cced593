import { csv, fit } from '../layout.ts';
import type { PairLine } from './rtt.ts';
import type { RttSummary } from './rtt-summary.ts';

/** The pairs on a screen: first, least and greatest round trip, hops and how often the way changed. */
export function rttScreen(lines: readonly PairLine[], summary: RttSummary): string {
  const width = Math.min(44, Math.max(4, ...lines.map((line) => nameOf(line).length)));
  const row = (...[pair = '', ...cells]: string[]) =>
    `${fit(pair, width)}${cells.map((cell) => fit(cell, 10, true)).join('')}`.trimEnd();
  const shells = summary.shells.map(
    ({ name, altitude_m }) => `${name} at ${Math.round(altitude_m / 1e3)} km`,
  );
  const { steps, step_s, epoch, links } = summary;
  const times = steps === 1 ? `at ${epoch}` : `every ${step_s} s, ${steps} times from ${epoch}`;
  const out = [
    `${shells.join(', ')}; ${links} links; ${times}`,
    '',
    row('round trip, ms', 'first', 'least', 'most', 'hops', 'in reach'),
    ...lines.map((line) => row(nameOf(line), ...figures(line))),
  ];
  return [...out, ...summary.remarks.map((remark) => `\n${remark}`)].join('\n');
}

const nameOf = ({ from, to }: PairLine): string => `${from} – ${to}`;

function figures({ rtt_ms, path }: PairLine): string[] {
  const seen = rtt_ms.filter((rtt) => rtt !== null);
  const text = (value: number | null | undefined) => (value == null ? '–' : value.toFixed(2));
  const share = `${Math.round((100 * seen.length) / rtt_ms.length)} %`;
  if (seen.length === 0) return ['–', '–', '–', '–', share];
  const least = seen.reduce((a, b) => Math.min(a, b));
  const most = seen.reduce((a, b) => Math.max(a, b));
  const first = path.find((way) => way !== null);
  return [text(rtt_ms[0]), text(least), text(most), String((first?.length ?? 0) + 1), share];
}

/** Every time of every pair, one line each. */
export function rttCsv(lines: readonly PairLine[], times_s: readonly number[]): string {
  const rows = lines.flatMap(({ from, to, rtt_ms, path }) =>
    times_s.map((time_s, look) => [from, to, time_s, rtt_ms[look] ?? null, path[look]?.join(' ') ?? '']),
  );
  return csv([['from', 'to', 't_s', 'rtt_ms', 'path'], ...rows]);
}
