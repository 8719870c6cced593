import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** One import of a module. A type-only import vanishes before the program runs. */
export interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** A source file, by its path from the root of the checkout. */
export interface Source {
  readonly file: string;
  readonly imports: readonly Import[];
  /** The text without comments, where forbidden words are looked for. */
  readonly code: string;
}

export const root = fileURLToPath(new URL('../..', import.meta.url));

// The formatter puts every static import at the start of a line, so that it can be found without a parser.
const fromImport = /^(?:import|export)\s+(type\s+(?!from\b))?[^'"();=]*?\bfrom\s*(['"])([^'"\n]+)\2/gm;
const bareImport = /^import\s*(['"])([^'"\n]+)\1/gm;
const lateImport = /\bimport\(\s*(['"])([^'"\n]+)\1/g;

export function parse(file: string, text: string): Source {
  const code = withoutComments(text);
  const imports = [
    ...[...code.matchAll(fromImport)].map((m) => ({ specifier: m[3]!, typeOnly: m[1] !== undefined })),
    ...[...code.matchAll(bareImport)].map((m) => ({ specifier: m[2]!, typeOnly: false })),
    ...[...code.matchAll(lateImport)].map((m) => ({ specifier: m[2]!, typeOnly: false })),
  ];
  return { file, imports, code };
}

/** Leaves strings and templates alone, so that an address in a string keeps its two slashes. */
function withoutComments(text: string): string {
  const stringOrComment =
    /('(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|`(?:\\.|[^`\\])*`)|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g;
  return text.replace(stringOrComment, (_, string?: string) => string ?? '');
}

/** Whether a file only passes on what others export. */
export function isBarrel({ code }: Source): boolean {
  const rest = code
    .replace(/^export\s+(?:type\s+)?(?:\*(?:\s+as\s+\w+)?|\{[^}]*\})\s+from\s+['"][^'"]+['"];?/gm, '')
    .replace(/^import\s[^;]*?\bfrom\s+['"][^'"]+['"];?/gm, '')
    .replace(/^export\s+(?:type\s+)?\{[^}]*\};?/gm, '');
  return /^export\b/m.test(code) && rest.trim() === '';
}

/** The file that an import names, or undefined where it names a package from outside or a built-in module. */
export function target(from: string, specifier: string): string | undefined {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const own = /^@kardashev\/([\w-]+)\/(.+)$/.exec(specifier) ?? /^(kardashev)\/(.+)$/.exec(specifier);
  if (own === null) return undefined;
  return `packages/${own[1] === 'kardashev' ? 'cli' : own[1]}/src/${own[2]}`;
}

export const isTest = (file: string): boolean => /\.(test|bench)\.tsx?$/.test(file);

/** Every TypeScript file of the packages as it stands on disk. */
export function readSources(): Source[] {
  const packages = join(root, 'packages');
  return readdirSync(packages)
    .flatMap((name) => list(join(packages, name, 'src')))
    .map((path) => parse(relative(root, path).split(sep).join('/'), readFileSync(path, 'utf8')));
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(
        (entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.parentPath.includes('assembly'),
      )
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return []; // A package without sources yet.
  }
}
