/*
 * Writes what stands between `// twice` and `// once` for both vectors of a pair. Each statement comes first for the
 * one and then, 16 bytes on, for the other: neighbours in memory and in the program, which is what V8 looks for when
 * it makes one vector of 256 bits of two of 128. AssemblyScript has no macros, and a function has one result.
 */

const marked = /^ *\/\/ twice\n(.*?)^ *\/\/ once\n/gms;

export function twice(source: string): string {
  return source.replace(marked, (_, body: string) => bothOf(body));
}

function bothOf(body: string): string {
  const names = new Set(Array.from(body.matchAll(/const (\w+) =/g), ([, name]) => name));
  const forVector = (line: string, suffix: string, offset: string): string =>
    line
      .replace(/\bat\.\w+/g, (field) => field + offset)
      .replace(/(?<!\.)\b\w+\b/g, (word) => (names.has(word) ? word + suffix : word));
  return body
    .split('\n')
    .map((line) =>
      line.trim() === '' ? line : `${forVector(line, '0', '')}\n${forVector(line, '1', ' + 16')}`,
    )
    .join('\n');
}
