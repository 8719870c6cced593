import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { launchHead, launchOn, logText } from '../../../testing/launch-log.ts';
import { csvRows } from '../../evidence/csv.ts';
import { readColumnMap } from './columns.ts';
import { logUntil } from './cut.ts';
import { dateOf, dayOf, newYear, yearsBefore } from './day.ts';
import { readLog } from './log.ts';

const row = (date: string, tag: string, rest = 'Test,B1,1,A,1000,LEO,OS,any'): string =>
  `${tag},${date},${rest}`;
const read = (...rows: string[]) => {
  const log = readLog([launchHead, ...rows].join('\n'), 'log.csv');
  if (!log.ok) throw new Error(log.faults[0]!.code);
  return log.value;
};

describe('reading a launch log', () => {
  it('sets rows aside for their reason, and tells their lines', () => {
    const log = read(
      row('2020-01-01', '1'),
      row('2020-13-01', '2'),
      row('2020-02-30', '3'),
      row('2020-03-01', '4', 'Test,B2,1,A,1000,LEO,XX,any'),
      row('2020-01-01', '1'),
      row('2020-05-01', '1', 'Test,B9,1,A,1000,LEO,OS,any'),
      row('2020-01-01', '5'),
      row('2020-06-01', '6', 'Test,B3,1'),
      row('2020-07-01', '7', 'Test,B4,1,A,,GTO,OE,any'),
    );
    expect(log.launches).toHaveLength(1);
    expect(log.groundLosses).toMatchObject([{ day: dayOf('2020-07-01') }]);
    expect(log.rows).toMatchObject({
      used: 1,
      setAside: 8,
      reasons: {
        'bad-date': 2,
        'unknown-outcome': 1,
        duplicate: 2,
        'conflicting-duplicate': 1,
        'wrong-cells': 1,
        'lost-before-launch': 1,
      },
      lines: { 'bad-date': [3, 4], 'unknown-outcome': [5] },
    });
  });

  it('gives the same launches whatever the order of rows, and counts those out of order', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 15_000, max: 19_000 }), { minLength: 2, maxLength: 40 }),
        (days) => {
          const sorted = days.toSorted((a, b) => a - b);
          const text = (order: readonly number[]) =>
            [
              launchHead,
              ...order.map((day) => row(dateOf(day), `T${day}`, `Test,B${day},1,A,1,LEO,OS,any`)),
            ].join('\n');
          const [shuffled, inOrder] = [text(days), text(sorted)].map((csv) => readLog(csv, 'x'));
          if (!shuffled!.ok || !inOrder!.ok) throw new Error('both can be read');
          expect(shuffled!.value.launches).toEqual(inOrder!.value.launches);
          expect(inOrder!.value.rows.outOfOrder).toBe(0);
          const highs = days.filter((day, index) => day < Math.max(...days.slice(0, index)));
          expect(shuffled!.value.rows.outOfOrder).toBe(highs.length);
        },
      ),
    );
  });

  it('counts every row once, whatever it says', () => {
    const cell = fc.oneof(
      fc.constantFrom('', '2020-01-05', '2021-07-09', 'OS', 'OF', 'B1', 'A'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 1, maxLength: 11 }), { maxLength: 20 }), (cells) => {
        const quoted = cells.map((some) => some.map((text) => `"${text.replaceAll('"', '""')}"`).join(','));
        const csv = [launchHead, row('2019-01-01', 'first'), ...quoted].join('\n');
        const log = readLog(csv, 'x');
        if (!log.ok) throw new Error(log.faults[0]!.code);
        const { used, setAside, reasons } = log.value.rows;
        expect(used + setAside).toBe(csvRows(csv).length - 1);
        expect(used).toBe(log.value.launches.length);
        expect(Object.values(reasons).reduce((sum, count) => sum + count, 0)).toBe(setAside);
        const cut = logUntil(log.value, newYear(2021) - 1);
        expect(cut.rows.used + cut.rows.setAside).toBe(used + setAside);
      }),
    );
  });

  it('takes other headers for its columns, and refuses those that are not there', () => {
    const map = readColumnMap('launch_date=Date, pad=Launch Site');
    if (!map.ok) throw new Error('it can be read');
    const log = readLog('Launch Site,DATE\n"Pad 1, East",2020-02-03\n', 'x', map.value);
    expect(log.ok && log.value.launches).toMatchObject([{ pad: 'Pad 1, East', day: dayOf('2020-02-03') }]);
    expect(readLog('day,pad\n', 'x')).toMatchObject({ faults: [{ code: 'log/no-column', at: { line: 1 } }] });
    expect(readLog('Date\n2020-01-01\n', 'x', map.value)).toMatchObject({
      faults: [{ code: 'log/no-column' }],
    });
    expect(readColumnMap('date=Date,pad')).toMatchObject({
      faults: [{ code: 'log/columns' }, { code: 'log/columns' }],
    });
    expect(readLog(`${launchHead}\n`, 'x')).toMatchObject({ faults: [{ code: 'log/no-launches' }] });
    const fixOf = (head: string) => {
      const log = readLog(`${head}\n2020-01-01\n`, 'x');
      return log.ok ? '' : log.faults[0]!.fix;
    };
    expect(fixOf('Date,Site')).toContain('launch_date=Date');
    expect(fixOf('launch_date;pad')).toContain('commas');
  });

  it('reads back what it wrote', () => {
    const launches = [100, 200, 300].map((day) => launchOn(day, { booster: `B${day}`, failed: day === 200 }));
    const log = readLog(logText(launches), 'x');
    expect(log.ok && log.value.launches.map(({ tag: _, ...rest }) => rest)).toEqual(
      launches.map(({ tag: _, ...rest }) => rest),
    );
  });
});

describe('days', () => {
  it('are read back as they were written, and years counted back stay on their day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -20_000, max: 40_000 }),
        fc.integer({ min: -30, max: 30 }),
        (day, years) => {
          expect(dayOf(dateOf(day))).toBe(day);
          const before = dateOf(yearsBefore(day, years));
          expect(Number(dateOf(day).slice(0, 4)) - Number(before.slice(0, 4))).toBe(years);
          if (!dateOf(day).endsWith('-02-29')) expect(before.slice(5)).toBe(dateOf(day).slice(5));
        },
      ),
    );
  });
});
