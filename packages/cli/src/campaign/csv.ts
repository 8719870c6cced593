import type { CampaignSummary } from '@kardashev/model/study/campaign/document.ts';
import type { PreparedCampaign } from '@kardashev/model/study/campaign/prepare.ts';
import type { Campaign } from '@kardashev/model/transport/campaign/simulate.ts';
import { csv } from '../layout.ts';

const figures = ['launches', 'mass_kg', 'satellitesInService'] as const;
const shares = ['p10', 'p50', 'p90'] as const;

/** The years of a campaign, one line each. */
export function campaignCsv({ years }: Pick<CampaignSummary, 'years'>): string {
  const columns = figures.flatMap((figure) => shares.map((share) => `${figure}_${share}`));
  return csv([
    ['year', ...columns, 'binding'],
    ...years.map((year) => [
      year.year,
      ...figures.flatMap((figure) => shares.map((share) => year[figure][share])),
      year.binding,
    ]),
  ]);
}

/** Every launch of one campaign, in order of time. Those on record have neither site nor pad. */
export function launchesCsv({ view, setting, params }: PreparedCampaign, { log }: Campaign): string {
  const [first] = setting.calendar.intervals;
  const start_ms = Date.UTC(first?.year ?? 2026, (first?.month ?? 0) % 12, 1);
  const rows = Array.from({ length: log.length }, (_, row) => {
    const site = view.pads[log.site[row]!];
    const shell = params.places[log.host[row]!]?.host.name;
    return [
      new Date(start_ms + 1000 * Math.round(log.time_s[row]!)).toISOString().slice(0, 19),
      view.vehicles[log.vehicle[row]!]!.name,
      site?.name ?? '',
      site === undefined ? '' : log.pad[row]! + 1,
      shell ?? '',
      log.satellites[row]!,
      log.lost[row] === 1 ? 'lost' : 'success',
    ];
  });
  return csv([['time_utc', 'vehicle', 'site', 'pad', 'shell', 'satellites', 'outcome'], ...rows]);
}
