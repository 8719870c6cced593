import { type CsvRow, csvRows } from '../../evidence/csv.ts';
import { failure, type Outcome, success } from '../../outcome/outcome.ts';
import { type ColumnMap, type ColumnName, placeColumns } from './columns.ts';
import { dayOf } from './day.ts';
import { outcomeOf } from './outcome-code.ts';
import { type LogRows, RowCount } from './rows.ts';

/** A launch on record. Text that the log does not have is empty. */
export interface RecordedLaunch {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly tag: string;
  readonly vehicle: string;
  readonly pad: string;
  readonly booster: string;
  /** NaN where the log does not say it. */
  readonly payload_kg: number;
  readonly orbit: string;
  /** Whom it flew for, as the log has it. */
  readonly payloadType: string;
  readonly failed: boolean;
}

/** A vehicle lost on the ground: no launch, and yet a mishap. */
export interface GroundLoss {
  readonly day: number;
  readonly pad: string;
}

/** A launch log in order of time, with what became of each of its rows. */
export interface LaunchLog {
  readonly launches: readonly RecordedLaunch[];
  readonly groundLosses: readonly GroundLoss[];
  readonly columns: ReadonlySet<ColumnName>;
  readonly rows: LogRows;
}

/** Reads a launch log. Rows that cannot be used are set aside and counted by reason; none is dropped in silence. */
export function readLog(text: string, file: string, map: ColumnMap = {}): Outcome<LaunchLog> {
  const [head, ...rows] = csvRows(text);
  const placed = placeColumns(head?.cells ?? [], map, file);
  if (!placed.ok) return placed;
  const width = head!.cells.length;
  const count = new RowCount();
  const launches: RecordedLaunch[] = [];
  const groundLosses: GroundLoss[] = [];
  const seen = new Map<string, number>();
  let last = -Infinity;
  for (const row of rows) {
    const read = readRow(row, placed.value, width);
    if (typeof read === 'string') count.setAside(read, row.line);
    else {
      const again = repeated(seen, read.launch);
      if (again !== undefined) count.setAside(again, row.line);
      else if (read.outcome === 'lost-before-launch') {
        groundLosses.push(read.launch);
        count.setAside('lost-before-launch', row.line);
      } else {
        if (read.launch.day < last) count.note('out-of-order', row.line);
        last = Math.max(last, read.launch.day);
        launches.push({ ...read.launch, failed: read.outcome === 'failure' });
        count.use();
      }
    }
  }
  if (launches.length === 0) return failure(noLaunches(file, count));
  const byDay = (a: GroundLoss, b: GroundLoss): number => a.day - b.day;
  return success({
    launches: launches.sort(byDay),
    groundLosses: groundLosses.sort(byDay),
    columns: new Set(placed.value.keys()),
    rows: count.rows(),
  });
}

type Read = {
  readonly launch: Omit<RecordedLaunch, 'failed'>;
  readonly outcome: ReturnType<typeof outcomeOf>;
};

/** A row as a launch, or why it is none. */
function readRow(
  { cells }: CsvRow,
  places: ReadonlyMap<ColumnName, number>,
  width: number,
): Read | 'wrong-cells' | 'bad-date' | 'unknown-outcome' {
  if (cells.length !== width) return 'wrong-cells';
  const cell = (name: ColumnName): string => cells[places.get(name) ?? -1] ?? '';
  const day = dayOf(cell('launch_date').slice(0, 10));
  if (Number.isNaN(day)) return 'bad-date';
  const outcome = places.has('outcome_code') ? outcomeOf(cell('outcome_code')) : 'success';
  if (outcome === undefined) return 'unknown-outcome';
  const payload = cell('payload_kg');
  const launch = {
    day,
    tag: cell('launch_tag'),
    vehicle: cell('vehicle'),
    pad: cell('pad'),
    booster: cell('booster'),
    payload_kg: payload === '' ? Number.NaN : Number(payload),
    orbit: cell('orbit'),
    payloadType: cell('payload_type'),
  };
  return { launch, outcome };
}

/** Whether a launch was read before: by its tag, or by its booster, which flies no twice on a day. */
function repeated(
  seen: Map<string, number>,
  { tag, day, booster, pad, vehicle }: Omit<RecordedLaunch, 'failed'>,
): 'duplicate' | 'conflicting-duplicate' | undefined {
  const names = [
    ...(tag === '' ? [] : [`tag ${tag}`]),
    ...(booster === '' ? [] : [`booster ${booster} ${day}`]),
    ...(tag === '' && booster === '' && pad !== '' ? [`pad ${pad} ${vehicle} ${day}`] : []),
  ];
  const before = names.map((name) => seen.get(name)).filter((at) => at !== undefined);
  for (const name of names) if (!seen.has(name)) seen.set(name, day);
  if (before.length === 0) return undefined;
  return before.every((at) => at === day) ? 'duplicate' : 'conflicting-duplicate';
}

function noLaunches(file: string, count: RowCount) {
  const { reasons } = count.rows();
  const told = Object.entries(reasons).map(([reason, rows]) => `${rows} ${reason}`);
  return {
    code: 'log/no-launches',
    message: `${file} has no launch that can be used.`,
    at: { file },
    cause: told.length === 0 ? 'It has no rows.' : `All its rows are set aside: ${told.join(', ')}.`,
    fix: 'Dates are written 2023-12-29, outcomes OS or OF; --columns says which column is which.',
  };
}
