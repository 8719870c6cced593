import { cycles } from './cycles.ts';
import { deterministic, impure, kernelsModelMayCall, packages, rooms } from './rules.ts';
import { type Import, isBarrel, isTest, type Source, target } from './source.ts';

export interface Violation {
  readonly rule: 'place' | 'layer' | 'kernel' | 'package' | 'cycle' | 'barrel' | 'purity';
  readonly file: string;
  readonly what: string;
}

interface Place {
  readonly pack: string;
  readonly room: string | undefined;
}

/** Holds the sources against the allow-list; an empty answer means that the house is as it was drawn. */
export function check(sources: readonly Source[]): Violation[] {
  return [
    ...sources.flatMap((source) => [...checkPlace(source), ...checkImports(source), ...checkPurity(source)]),
    ...sources
      .filter(isBarrel)
      .map(({ file }) => ({ rule: 'barrel' as const, file, what: 'only passes on what others export' })),
    ...cycles(valueGraph(sources)).map((files) => ({
      rule: 'cycle' as const,
      file: files[0]!,
      what: [...files, files[0]].join(' → '),
    })),
  ];
}

/** Which package and room a file stands in. */
export function placeOf(file: string): Place | undefined {
  const [, pack, rest] = /^packages\/([^/]+)\/src\/(.+)$/.exec(file) ?? [];
  if (pack === undefined || rest === undefined) return undefined;
  return { pack, room: rest.includes('/') ? rest.slice(0, rest.indexOf('/')) : undefined };
}

function checkPlace({ file }: Source): Violation[] {
  const place = placeOf(file);
  if (place === undefined || packages[place.pack] === undefined) {
    return [{ rule: 'place', file, what: 'stands in no package of the table' }];
  }
  const table = rooms[place.pack];
  if (table === undefined || (place.room !== undefined && table[place.room] !== undefined)) return [];
  return [{ rule: 'place', file, what: `stands in no room of ${place.pack}` }];
}

function checkImports({ file, imports }: Source): Violation[] {
  const from = placeOf(file);
  if (from === undefined) return [];
  return imports.flatMap((entry) => {
    const to = target(file, entry.specifier);
    return to === undefined ? [] : checkImport(file, from, entry, to);
  });
}

function checkImport(
  file: string,
  from: Place,
  { specifier, typeOnly }: Import,
  toFile: string,
): Violation[] {
  const to = placeOf(toFile);
  // Its own package.json and the like.
  if (to === undefined) return toFile.startsWith(`packages/${from.pack}/`) ? [] : [outside(file, specifier)];
  if (from.pack !== to.pack) {
    if (specifier.startsWith('.')) return [outside(file, specifier)];
    return [...checkPackages(file, from, to), ...checkKernelUse(file, from, to, typeOnly, toFile)];
  }
  const allowed = from.room === undefined ? undefined : rooms[from.pack]?.[from.room];
  if (allowed === undefined || from.room === to.room || allowed.includes(to.room ?? '')) return [];
  return [{ rule: 'layer', file, what: `${from.room} may not import ${to.room ?? toFile} (${specifier})` }];
}

function outside(file: string, specifier: string): Violation {
  return {
    rule: 'package',
    file,
    what: `leaves its package by a path; name the other package (${specifier})`,
  };
}

function checkPackages(file: string, from: Place, to: Place): Violation[] {
  if (packages[from.pack]?.includes(to.pack)) return [];
  return [{ rule: 'layer', file, what: `${from.pack} may not import ${to.pack}` }];
}

function checkKernelUse(
  file: string,
  from: Place,
  to: Place,
  typeOnly: boolean,
  toFile: string,
): Violation[] {
  if (from.pack !== 'model' || to.pack !== 'kernels') return [];
  // A test stands outside: it is the one that hands the makes in.
  if (typeOnly || isTest(file) || kernelsModelMayCall.some((start) => toFile.startsWith(start))) return [];
  return [{ rule: 'kernel', file, what: `${toFile} may be imported as a type only: makes are handed in` }];
}

function checkPurity({ file, imports, code }: Source): Violation[] {
  const place = placeOf(file);
  if (place === undefined || !deterministic.includes(place.pack) || isTest(file)) return [];
  const builtins = imports
    .filter(({ specifier }) => specifier.startsWith('node:'))
    .map(({ specifier }) => specifier);
  const words = impure.filter(({ pattern }) => pattern.test(code)).map(({ name }) => name);
  return [...builtins, ...words].map((name) => ({ rule: 'purity', file, what: `uses ${name}` }));
}

/** The imports that exist when the program runs: only these can make a circle that bites. */
function valueGraph(sources: readonly Source[]): Map<string, string[]> {
  const known = new Set(sources.map(({ file }) => file));
  return new Map(
    sources.map(({ file, imports }) => {
      const values = imports
        .filter(({ typeOnly }) => !typeOnly)
        .map(({ specifier }) => target(file, specifier));
      return [file, values.filter((to): to is string => to !== undefined && known.has(to))];
    }),
  );
}
