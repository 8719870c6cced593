import { expect, it } from 'vitest';
import { readOverrides } from './overrides.ts';

it('reads paths and values, and skips what says nothing', () => {
  const { set, faults } = readOverrides(
    '# cheaper launches\n\n capital.costOfCapital = 5 %/yr\n--set satellites.ai1.arrayArea="700 m2"\r\n',
  );
  expect(faults).toEqual([]);
  expect(set).toEqual({ 'capital.costOfCapital': '5 %/yr', 'satellites.ai1.arrayArea': '700 m2' });
});

it('keeps what stands in a value', () => {
  const { set } = readOverrides('a.b={triangular: [1 USD, 2 USD, 3 USD], source: "a = b"}');
  expect(set['a.b']).toBe('{triangular: [1 USD, 2 USD, 3 USD], source: "a = b"}');
});

it('names each line that cannot be read', () => {
  const { set, faults } = readOverrides('capital\ncapital.x=\n../x=1\na.b=1\na.b=2');
  expect(faults.map(({ line, code }) => [line, code])).toEqual([
    [1, 'overrides/no-value'],
    [2, 'overrides/no-value'],
    [3, 'overrides/path'],
    [5, 'overrides/twice'],
  ]);
  expect(set).toEqual({ 'a.b': '1' });
});
