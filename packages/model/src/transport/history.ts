/** A launch on record. */
export interface RecordedLaunch {
  /** Days since 1970-01-01. */
  readonly day: number;
  readonly year: number;
  readonly pad: string;
  readonly booster: string;
}

/** A reflight on record: days since the booster's last flight, by the year and the day of the new one. */
export interface Turnaround {
  readonly day: number;
  readonly year: number;
  readonly days: number;
}

/** Rows of a CSV file with a header, without quotes: what the launch records are. */
export function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

const day_ms = 86_400_000;
export const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / day_ms;

/** Columns `launch_date, pad, booster`. */
export function launchesOf(csv: string): RecordedLaunch[] {
  return rowsOf(csv).map((row) => ({
    day: dayOf(row.launch_date ?? ''),
    year: Number((row.launch_date ?? '').slice(0, 4)),
    pad: row.pad ?? '',
    booster: row.booster ?? '',
  }));
}

/** Columns `launch_date, days_between_flights`; first flights have none. */
export function turnaroundsOf(csv: string): Turnaround[] {
  return rowsOf(csv)
    .filter((row) => row.days_between_flights !== '')
    .map((row) => ({
      day: dayOf(row.launch_date ?? ''),
      year: Number((row.launch_date ?? '').slice(0, 4)),
      days: Number(row.days_between_flights),
    }));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Coefficient of variation, with the sample's standard deviation. */
export function variation(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1)) / centre;
}

/** Days between consecutive launches from one pad. */
export function padGaps(
  launches: readonly RecordedLaunch[],
  pad: string,
  years: readonly number[],
): number[] {
  const days = launches
    .filter((launch) => launch.pad === pad && years.includes(launch.year))
    .map((launch) => launch.day)
    .sort((a, b) => a - b);
  return days.slice(1).map((day, index) => day - (days[index] ?? Number.NaN));
}

/** Wright's law fitted by least squares on logarithms. */
export interface WrightFit {
  /** Fall with each doubling. */
  readonly learning: number;
  readonly r2: number;
  /** Standard deviation of the logarithm about the fit. */
  readonly scatter: number;
}

/** `values` against how much had been `done` before each. Censored values are not known to it. */
export function fitWright(done: readonly number[], values: readonly number[]): WrightFit {
  const x = done.map(Math.log);
  const y = values.map(Math.log);
  const [meanX, meanY] = [mean(x), mean(y)];
  const sxx = x.reduce((sum, value) => sum + (value - meanX) ** 2, 0);
  const sxy = x.reduce((sum, value, index) => sum + (value - meanX) * ((y[index] ?? 0) - meanY), 0);
  const syy = y.reduce((sum, value) => sum + (value - meanY) ** 2, 0);
  const slope = sxy / sxx;
  const residual = syy - slope * sxy;
  return { learning: 1 - 2 ** slope, r2: 1 - residual / syy, scatter: Math.sqrt(residual / y.length) };
}

/** Satellites that left orbit at an age, or were last seen in orbit at it. */
export interface Fate {
  readonly age_d: number;
  readonly gone: boolean;
  readonly satellites: number;
}

/** Columns `launch_date, decay_date, satellites`; a blank decay date is in orbit on the day of the census. */
export function fatesOf(csv: string, census: string): Fate[] {
  return rowsOf(csv).map((row) => ({
    age_d: dayOf(row.decay_date || census) - dayOf(row.launch_date ?? ''),
    gone: row.decay_date !== '',
    satellites: Number(row.satellites),
  }));
}

/** Kaplan–Meier: share still in orbit at an age, those seen for less counted for as long as they were seen. */
export function survivalAt(fates: readonly Fate[], age_d: number): number {
  const sorted = fates.toSorted((a, b) => a.age_d - b.age_d);
  let atRisk = sorted.reduce((sum, fate) => sum + fate.satellites, 0);
  let share = 1;
  for (let first = 0; first < sorted.length; ) {
    const age = sorted[first]!.age_d;
    if (age > age_d) break;
    let gone = 0;
    let seen = 0;
    for (; first < sorted.length && sorted[first]!.age_d === age; first++) {
      const { satellites } = sorted[first]!;
      seen += satellites;
      if (sorted[first]!.gone) gone += satellites;
    }
    share *= 1 - gone / atRisk;
    atRisk -= seen;
  }
  return share;
}
