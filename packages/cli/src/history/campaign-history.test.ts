import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lastDay, logText, renewalLog } from '@kardashev/model/testing/launch-log.ts';
import { newYear } from '@kardashev/model/transport/history/day.ts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kardashev } from '../testing/command.ts';

let cwd: string;
const launches = renewalLog(
  1,
  newYear(2014),
  lastDay(2023),
  4,
  (day) => 40 * 0.8 ** ((day - newYear(2014)) / 365),
);
const text = logText(launches);
const known = launches.filter(({ day }) => day <= lastDay(2021)).length;

beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'kardashev-history-'));
  const lines = text.trim().split('\n');
  const [head = '', first = '', ...rest] = lines;
  writeFileSync(join(cwd, 'log.csv'), text);
  writeFileSync(
    join(cwd, 'bad.csv'),
    [
      head,
      ...rest.toReversed(),
      first,
      first,
      first.replace(',OS,', ',??,').replace(/^[^,]*,/, 'T,'),
      'x',
    ].join('\n'),
  );
  writeFileSync(
    join(cwd, 'other.csv'),
    text.replace('launch_date', 'Date').replace(',pad,', ',Launch site,'),
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

const history = (file: string, ...more: string[]) =>
  kardashev(['campaign', '--history', file, '--until', '2021-12-31', '--forecast', '2022..2023', ...more], {
    cwd,
  });

describe('campaign --history', () => {
  it('fits, forecasts and scores, the same from the same seed', async () => {
    const [one, two] = await Promise.all([
      history('log.csv', '--json', '--score', 'log.csv'),
      history('log.csv', '--json', '--score', 'log.csv'),
    ]);
    expect(one.stderr).toBe('');
    expect(one.stdout).toBe(two.stdout);
    const document = JSON.parse(one.stdout);
    expect(document.forecast.map(({ year }: { year: number }) => year)).toEqual([2022, 2023]);
    for (const { p10, p50, p90 } of document.forecast) expect(p10 <= p50 && p50 <= p90).toBe(true);
    expect(document.fit).toMatchObject({ launches: known, pads: [{ pad: 'A' }], turnaround: null });
    expect(document.rows).toMatchObject({
      used: known,
      setAside: launches.length - known,
      reasons: { 'after-until': launches.length - known },
    });
    expect(Object.keys(document.score.baselines)).toEqual(['linear', 'exponential', 'logistic']);
    for (const key of ['coverage', 'mape', 'crps']) expect(document.score[key]).toBeGreaterThanOrEqual(0);
  });

  it('takes other headers, and writes the forecast as a table', async () => {
    const columns = ['--columns', 'launch_date=Date,pad=Launch site'];
    const [mapped, plain] = await Promise.all([
      history('other.csv', '--csv', '-', ...columns),
      history('log.csv', '--csv', '-'),
    ]);
    expect(mapped.stdout).toMatch(/^year,p10,p50,p90\n2022,\d+,\d+,\d+\n2023,/);
    expect(mapped.stdout).toBe(plain.stdout);
  });

  it('sets bad rows aside, and says how many and why', async () => {
    const [json, screen] = await Promise.all([history('bad.csv', '--json'), history('bad.csv')]);
    const { rows, remarks } = JSON.parse(json.stdout);
    expect(rows.reasons).toMatchObject({ duplicate: 1, 'unknown-outcome': 1, 'wrong-cells': 1 });
    expect(rows.used + rows.setAside).toBe(launches.length + 3);
    expect(remarks.map(({ code }: { code: string }) => code)).toContain('out-of-order');
    expect(screen.stdout).toContain(`${rows.used} rows used, ${rows.setAside} set aside`);
    expect(screen.stdout).toContain('1 unknown-outcome (line ');
  });

  it.each([
    [['nowhere.csv'], 'file/not-found'],
    [['other.csv'], 'log/no-column'],
    [['log.csv', '--until', '2021-02-30'], 'command/usage'],
    [['log.csv', '--forecast', '2023..2022'], 'command/usage'],
    [['log.csv', '--forecast', '2020'], 'log/forecast-years'],
    [['log.csv', '--until', '2014-03-01', '--forecast', '2015'], 'log/too-short'],
    [['log.csv', '--until', '2029-12-31', '--forecast', '2030'], 'log/ends-early'],
    [['log.csv', '--columns', 'when=Date'], 'log/columns'],
    [['log.csv', '--forecast', '2030', '--score', 'log.csv'], 'log/nothing-to-score'],
  ])('refuses %j with a code, a place and a fix', async ([file = '', ...more], code) => {
    const ended = await history(file, '--json', ...more);
    expect(ended).toMatchObject({ code: 2, stdout: '' });
    const { error } = JSON.parse(ended.stderr);
    expect(error).toMatchObject({ code });
    expect(error.cause && error.fix && Object.keys(error.at).length > 0).toBeTruthy();
  });
});

const data = process.env.KARDASHEV_DATA ?? join(import.meta.dirname, '../../../../../shared/data');
const record = join(data, 'launches/falcon9-to-2023.csv');

describe.skipIf(!existsSync(record))('the record of Falcon 9 (needs KARDASHEV_DATA/launches)', () => {
  it('is forecast better than by every baseline on rolling origins, with honest bands', async () => {
    const { stdout } = await kardashev(
      ['campaign', '--history', record, '--until', '2023-12-31', '--forecast', '2024..2025', '--json'],
      { cwd },
    );
    const { rollingOrigins, rows, forecast } = JSON.parse(stdout);
    expect(rows).toMatchObject({ used: 284, setAside: 1, reasons: { 'lost-before-launch': 1 } });
    expect(rollingOrigins.forecasts).toHaveLength(11);
    for (const name of ['linear', 'exponential', 'logistic']) {
      expect(rollingOrigins.crps).toBeLessThan(rollingOrigins.baselines[name].crps);
    }
    expect(Math.abs(rollingOrigins.coverage - 0.8)).toBeLessThan(0.1);
    expect(forecast).toHaveLength(2);
  });
});
