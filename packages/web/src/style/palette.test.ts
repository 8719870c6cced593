import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, 'base.css'), 'utf8');

/** A theme's colours by name, as base.css has them; the light one stands over the dark. */
function palette(selector: string): Map<string, string> {
  const block = css.slice(css.indexOf(`${selector} {`)).split('}')[0] ?? '';
  return new Map(
    [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value]),
  );
}
const dark = palette(':root');
const themes = { dark, light: new Map([...dark, ...palette(':root[data-theme="light"]')]) };

type Rgb = readonly [number, number, number];

/** Reads #rrggbb and #rrggbbaa, the latter laid over what is behind it. */
function rgb(hex: string, behind: Rgb = [0, 0, 0]): Rgb {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const opaque = hex.length > 7 ? part(7) / 255 : 1;
  return mix([part(1), part(3), part(5)], behind, opaque);
}

function mix(over: Rgb, under: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2) => over[index] * share + under[index] * (1 - share);
  return [at(0), at(1), at(2)];
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(colour: Rgb): number {
  const [r, g, b] = colour.map((value) => {
    const s = value / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(a: Rgb, b: Rgb): number {
  const [light, dim] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dim + 0.05);
}

const grounds = ['--ground', '--panel', '--raised'];
const inks = ['--ink', '--ink-soft', '--ink-faint', '--accent', '--cool', '--good', '--warn', '--bad'];
const hues = [...dark.keys()].filter((name) => name.startsWith('--of-'));

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  const colour = (name: string) => rgb(theme.get(name) ?? '');
  const share = (name: string) => Number.parseFloat(theme.get(name) ?? '') / 100;

  it.each(grounds.flatMap((ground) => inks.map((ink) => [ink, ground])))(
    'can be read: %s on %s',
    (ink, ground) => {
      expect(contrast(colour(ink), colour(ground))).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('can be read on the accent and on what is picked out with it', () => {
    expect(contrast(colour('--on-accent'), colour('--accent'))).toBeGreaterThanOrEqual(4.5);
    for (const ground of grounds) {
      const picked = rgb(theme.get('--accent-soft') ?? '', colour(ground));
      expect(contrast(colour('--ink'), picked), ground).toBeGreaterThanOrEqual(4.5);
      expect(contrast(colour('--ink-soft'), picked), ground).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('tells controls and their focus from what is around them', () => {
    for (const ground of grounds) {
      expect(contrast(colour('--edge'), colour(ground)), ground).toBeGreaterThanOrEqual(3);
      expect(contrast(colour('--accent'), colour(ground)), ground).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(hues)('can be read in the ribbon on %s, at rest and strong', (hue) => {
    for (const strength of ['--mix', '--mix-strong']) {
      const stretch = mix(colour(hue), colour('--ground'), share(strength));
      expect(contrast(colour('--ink'), stretch), strength).toBeGreaterThanOrEqual(4.5);
    }
  });
});

it('both themes have the same colours', () => {
  const shared = /^--(s\d|t-|radius|gutter|timeline|of-)/;
  const own = [...dark.keys()].filter((name) => !shared.test(name));
  expect([...palette(':root[data-theme="light"]').keys()].sort()).toEqual(own.sort());
});

describe('the page', () => {
  const source = join(import.meta.dirname, '..');
  const files = globSync('**/*.{css,ts,tsx}', { cwd: source }).filter((file) => !file.endsWith('.test.ts'));
  const text = new Map(files.map((file) => [file, readFileSync(join(source, file), 'utf8')]));

  it('has its colours from the palette alone', () => {
    const strays = [...text].filter(
      ([file, content]) => file !== 'style/base.css' && /['" :]#[0-9a-f]{6}\b/i.test(content),
    );
    expect(strays.map(([file]) => file)).toEqual([]);
  });

  it('asks for no colour or size that there is not', () => {
    const all = [...text.values()].join('\n');
    const known = new Set([...all.matchAll(/(--[\w-]+)['"]?\]?:/g)].map(([, name]) => name));
    const used = [...all.matchAll(/var\((--[\w-]+)|colour\('(--[\w-]+)'/g)].map(
      ([, css, canvas]) => css ?? canvas,
    );
    expect([...new Set(used)].filter((name) => name && !name.endsWith('-') && !known.has(name))).toEqual([]);
  });
});
