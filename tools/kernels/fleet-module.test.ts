import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileFleetModule, fleetModules, moduleFile } from './fleet-module.ts';
import { twice } from './twice.ts';

describe('the compiled fleet step', () => {
  it.each(fleetModules)('%s is what its sources compile to', async (name) => {
    // If not: npm run kernels
    expect(Buffer.from(await compileFleetModule(name)).equals(readFileSync(moduleFile(name)))).toBe(true);
  });
});

describe('writing a statement for both vectors of a pair', () => {
  it('renames what the stretch itself names, and moves fields by 16 bytes', () => {
    const source = [
      'const rise = 1;',
      '  // twice',
      '  const a = v128.load(v, at.A);',
      '  v128.store(v, add(a, rise), at.A);',
      '  // once',
      'done(a);',
      '',
    ].join('\n');
    expect(twice(source)).toBe(
      [
        'const rise = 1;',
        '  const a0 = v128.load(v, at.A);',
        '  const a1 = v128.load(v, at.A + 16);',
        '  v128.store(v, add(a0, rise), at.A);',
        '  v128.store(v, add(a1, rise), at.A + 16);',
        'done(a);',
        '',
      ].join('\n'),
    );
  });
});
