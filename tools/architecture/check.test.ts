import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { check } from './check.ts';
import { draw, insert, page } from './diagram.ts';
import { parse, readSources } from './source.ts';

const real = readSources();

/** The violations that files bring which are added to the real tree. */
function added(files: Record<string, string>) {
  const news = Object.entries(files).map(([file, text]) => parse(file, text));
  const names = news.map(({ file }) => file);
  return check([...real, ...news]).filter(({ file }) => names.includes(file));
}

const rulesBrokenBy = (files: Record<string, string>) => added(files).map(({ rule }) => rule);

describe('the tree as it is', () => {
  test('holds sources and real imports', () => {
    expect(real.length).toBeGreaterThan(0);
    expect(real.some(({ imports }) => imports.length > 0)).toBe(true);
  });

  test('keeps the architecture', () => {
    expect(check(real).map(({ rule, file, what }) => `${rule}: ${file}: ${what}`)).toEqual([]);
  });

  test('is the one drawn in ARCHITECTURE.md; if not, npm run architecture draws it anew', () => {
    const text = readFileSync(page, 'utf8');
    expect(insert(text, draw(real))).toBe(text);
  });
});

describe('the check fails', () => {
  const model = 'packages/model/src';
  const cases: [string, string, Record<string, string>][] = [
    ['an upward import', 'layer', { [`${model}/sky/new.ts`]: "import { run } from '../engine/run.ts';" }],
    [
      'an upward import of a type',
      'layer',
      { [`${model}/sky/new.ts`]: "import type { Run } from '../engine/run.ts';" },
    ],
    ['a sideways import', 'layer', { [`${model}/energy/new.ts`]: "import { a } from '../network/a.ts';" }],
    ['plan on flows', 'layer', { [`${model}/plan/new.ts`]: "import type { Port } from '../flows/port.ts';" }],
    ['a package above', 'layer', { [`${model}/study/new.ts`]: "import { s } from '@kardashev/store/s.ts';" }],
    ['web on server', 'layer', { 'packages/web/src/new.tsx': "import { a } from '@kardashev/server/a.ts';" }],
    [
      'an import that spans lines',
      'layer',
      { [`${model}/sky/new.ts`]: "import {\n  a,\n  b,\n} from '../study/a.ts';" },
    ],
    ['a late import', 'layer', { [`${model}/sky/new.ts`]: "const a = await import('../engine/a.ts');" }],
    [
      'a path into another package',
      'package',
      { 'packages/cli/src/new.ts': "import { a } from '../../model/src/units/a.ts';" },
    ],
    ['a room nobody planned', 'place', { [`${model}/misc/new.ts`]: 'export const a = 1;' }],
    [
      'a make called by model',
      'kernel',
      { [`${model}/engine/new.ts`]: "import { f } from '@kardashev/kernels/fleet/wasm.ts';" },
    ],
    [
      'a barrel',
      'barrel',
      { [`${model}/sky/new.ts`]: "/** All. */\nexport * from './a.ts';\nexport { b } from './b.ts';" },
    ],
    ['a built-in module', 'purity', { [`${model}/plan/new.ts`]: "import { readFileSync } from 'node:fs';" }],
    ['chance', 'purity', { [`${model}/random/new.ts`]: 'export const a = Math.random();' }],
    ['the clock', 'purity', { [`${model}/time/new.ts`]: 'export const a = new Date().getTime();' }],
    [
      'the environment',
      'purity',
      { 'packages/kernels/src/numeric/new.ts': 'export const a = process.env.A;' },
    ],
    ['the network', 'purity', { [`${model}/data/new.ts`]: "export const a = fetch('x');" }],
  ];

  test.each(cases)('on %s', (_, rule, files) => {
    expect(rulesBrokenBy(files)).toEqual([rule]);
  });

  test('on a cycle, and names its way', () => {
    const broken = added({
      'packages/model/src/sky/one.ts': "import { b } from './two.ts';\nexport const a = b;",
      'packages/model/src/sky/two.ts': "import { c } from './three.ts';\nexport const b = c;",
      'packages/model/src/sky/three.ts': "import { a } from './one.ts';\nexport const c = () => a;",
    });
    expect(broken).toHaveLength(1);
    expect(broken[0]!.what.match(/\w+(?=\.ts)/g)).toEqual(['one', 'two', 'three', 'one']);
  });
});

describe('the check lets through', () => {
  const model = 'packages/model/src';
  const cases: [string, Record<string, string>][] = [
    [
      'a downward import',
      { [`${model}/engine/new.ts`]: "import { step } from '../energy/step.ts';\nstep();" },
    ],
    [
      'a kernel as a type',
      {
        [`${model}/engine/new.ts`]: "import type { K } from '@kardashev/kernels/fleet/kernel.ts';\nlet k: K;",
      },
    ],
    [
      'numeric kernels',
      { [`${model}/engine/new.ts`]: "import { f } from '@kardashev/kernels/numeric/f.ts';\nf();" },
    ],
    ['a date with arguments', { [`${model}/time/new.ts`]: 'export const a = new Date(0);' }],
    [
      'forbidden words in comments',
      { [`${model}/time/new.ts`]: '// Not Date.now, not fetch(x).\nexport const a = 1;' },
    ],
    [
      'types in a circle',
      {
        [`${model}/sky/one.ts`]: "import type { B } from './two.ts';\nexport type A = B | 1;",
        [`${model}/sky/two.ts`]: "import type { A } from './one.ts';\nexport type B = A[];",
      },
    ],
    [
      'files in tests',
      { [`${model}/sky/new.test.ts`]: "import { readFileSync } from 'node:fs';\nreadFileSync('a');" },
    ],
  ];

  test.each(cases)('%s', (_, files) => {
    expect(added(files)).toEqual([]);
  });
});
