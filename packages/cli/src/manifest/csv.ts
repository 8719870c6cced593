import type { Manifest, ManifestRow } from '@kardashev/model/transport/manifest/manifest.ts';
import { csv } from '../layout.ts';

const j2000_ms = Date.UTC(2000, 0, 1, 12);

/** `2028-03-01T07:15:09Z` of days of UTC since J2000, to the second. */
export function instantText(day_d: number): string {
  const at_ms = Math.round((j2000_ms + day_d * 86_400_000) / 1000) * 1000;
  return `${new Date(at_ms).toISOString().slice(0, 19)}Z`;
}

const days = (time_d: number): number => Number(time_d.toFixed(2));

/** The manifest: a row a launch and plane. */
export function manifestCsv({ rows }: Manifest): string {
  const head = [
    'launch',
    'date',
    'liftOff_utc',
    'site',
    'pad',
    'vehicle',
    'shell',
    'plane',
    'satellites',
    'slots',
    'parking_days',
    'climb_days',
    'phasing_days',
    'toSlot_days',
  ];
  return csv([head, ...rows.map(manifestLine)]);
}

function manifestLine(row: ManifestRow): (string | number)[] {
  const { launch, liftOff_d, site, pad, vehicle, shell, plane, satellites, firstSlot } = row;
  const { parking_d, climb_d, phasing_d } = row;
  const at = instantText(liftOff_d);
  const last = firstSlot + satellites - 1;
  const slots = satellites === 1 ? String(firstSlot) : `${firstSlot}-${last}`;
  return [
    launch,
    at.slice(0, 10),
    at,
    site,
    pad,
    vehicle,
    shell,
    plane,
    satellites,
    slots,
    days(parking_d),
    days(climb_d),
    days(phasing_d),
    days(parking_d + climb_d + phasing_d),
  ];
}

/** The pads' calendar: a row a launch, by site and pad, each with the days since the one before. */
export function calendarCsv({ rows }: Manifest): string {
  const launches = new Map<number, ManifestRow[]>();
  for (const row of rows) launches.set(row.launch, [...(launches.get(row.launch) ?? []), row]);
  const sorted = [...launches.values()].sort(
    ([a], [b]) => a!.site.localeCompare(b!.site, 'en') || a!.pad - b!.pad || a!.liftOff_d - b!.liftOff_d,
  );
  const head = [
    'site',
    'pad',
    'date',
    'liftOff_utc',
    'sinceLast_days',
    'launch',
    'vehicle',
    'shell',
    'planes',
    'satellites',
  ];
  return csv([head, ...sorted.map(calendarLine)]);
}

function calendarLine(rows: readonly ManifestRow[]): (string | number | null)[] {
  const { site, pad, liftOff_d, gap_d, launch, vehicle, shell } = rows[0]!;
  const at = instantText(liftOff_d);
  const since = gap_d === undefined ? null : days(gap_d);
  const planes = rows.map(({ plane }) => plane).join(' ');
  const satellites = rows.reduce((sum, row) => sum + row.satellites, 0);
  return [site, pad, at.slice(0, 10), at, since, launch, vehicle, shell, planes, satellites];
}
