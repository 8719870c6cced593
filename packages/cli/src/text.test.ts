import type { Fault } from '@kardashev/model/outcome/outcome.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { faultsAsJson, faultsAsText } from './faults.ts';
import { csv, fit, wrap } from './layout.ts';
import { marginText, quantityText } from './number-text.ts';

describe('quantities for people', () => {
  it.each([
    [100e9, 'W', '100 GW'],
    [200e3, 'kg', '200 t'],
    [1e9, 'kg', '1 Mt'],
    [12, 'kg', '12 kg'],
    [1.5e12, 'USD', '1.5 T$'],
    [60, 's', '60 s'],
    [3 * 31_557_600, 's', '3 years'],
    [0.99, '1', '0.99'],
    [8760, '1', '8,760'],
    ['2028-02', 'month', '2028-02'],
    [180, 'd', '180 d'],
    [null, 'W', '–'],
  ])('%s %s is %s', (value, unit, text) => expect(quantityText(value, unit)).toBe(text));

  it.each([
    [0.37, '1', '+37 %'],
    [-0.004, '1', '−0.4 %'],
    [-1, 'W', '−100 %'],
    [12, '1', '+12×'],
    [-9, 'month', '−9 months'],
    [null, '1', '–'],
  ])('a margin of %s in %s is %s', (margin, unit, text) => expect(marginText(margin, unit)).toBe(text));

  it('a margin over nothing claimed is the difference in its unit', () => {
    expect(marginText(-2e9, 'USD', 0)).toBe('−2 B$');
  });
});

describe('layout', () => {
  it('fits any text into its column', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 40 }), fc.boolean(), (text, width, right) => {
        expect(fit(text, width, right)).toHaveLength(width);
      }),
    );
  });

  it('wraps at words, and loses none', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1 });
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 60 }), (list, width) => {
        const lines = wrap(list.join(' '), width, 2);
        expect(lines.every((line) => line.length <= width)).toBe(true);
        expect(
          lines
            .join(' ')
            .split(/\s+/)
            .filter((word) => word !== ''),
        ).toEqual(list);
      }),
    );
  });

  it('quotes what CSV needs quoted', () => {
    expect(csv([['a', 'b,c', 'say "x"', null, -0.5]])).toBe('a,"b,c","say ""x""",,-0.5\n');
  });
});

describe('faults', () => {
  const fault: Fault = {
    code: 'plan/unknown-key',
    message: 'No.',
    at: { file: 'a.yaml', line: 2, column: 3 },
    cause: 'Why.',
    fix: 'How.',
  };

  it('show no character that would steer the terminal', () => {
    const text = faultsAsText([fault], new Map([['a.yaml', 'x: 1\n \u001b[2J\u0007\n']]), false);
    expect(text).toContain('2 |  \uFFFD[2J\uFFFD\n');
  });

  it('show the line with a caret under the column', () => {
    expect(faultsAsText([fault], new Map([['a.yaml', 'x: 1\n  yy: 2\n']]), false)).toBe(
      'error[plan/unknown-key] No.\n  at a.yaml:2:3\n  2 |   yy: 2\n    |   ^\n  cause: Why.\n  fix: How.',
    );
  });

  it('show the part of a long line that matters', () => {
    const column = 5001;
    const text = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`;
    const shown = faultsAsText(
      [{ ...fault, at: { file: 'a', line: 1, column } }],
      new Map([['a', text]]),
      false,
    );
    const [source, caret] = shown.split('\n').filter((line) => line.includes(' | '));
    expect(source!.slice(caret!.indexOf('^'))).toMatch(/^HERE/);
  });

  it('are told once each, and never in hundreds', () => {
    const many = Array.from({ length: 300 }, (_, line) => ({ ...fault, at: { line } }));
    expect(faultsAsText(many, new Map(), false).split('error[')).toHaveLength(11);
    expect(faultsAsText([fault, fault], new Map(), false).split('error[')).toHaveLength(2);
    expect(JSON.parse(faultsAsJson([fault, fault]))).toEqual({ error: fault });
    expect(JSON.parse(faultsAsJson(many)).errors).toHaveLength(300);
  });
});
