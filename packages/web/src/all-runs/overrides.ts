/** Assumptions that are to be others, as they are written: `path = value with unit`, one a line. */
export interface Overrides {
  readonly set: Readonly<Record<string, string>>;
  /** Lines that cannot be read, from 1. */
  readonly faults: readonly OverrideFault[];
}

export interface OverrideFault {
  readonly line: number;
  readonly code: 'overrides/no-value' | 'overrides/path' | 'overrides/twice';
  readonly text: string;
}

const pathForm = /^[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*$/;

/** Reads lines of overrides. Empty lines and those that begin with # say nothing; `--set` before a line may stay. */
export function readOverrides(text: string): Overrides {
  const set: Record<string, string> = {};
  const faults: OverrideFault[] = [];
  for (const [index, raw] of text.split('\n').entries()) {
    const line = raw.trim().replace(/^--set\s+/, '');
    if (line === '' || line.startsWith('#')) continue;
    const at = line.indexOf('=');
    const path = line.slice(0, Math.max(0, at)).trim();
    const value = unquoted(line.slice(at + 1).trim());
    const code = at < 0 || value === '' ? 'overrides/no-value' : trouble(path, set);
    if (code) faults.push({ line: index + 1, code, text: line });
    else set[path] = value;
  }
  return { set, faults };
}

function trouble(path: string, set: Readonly<Record<string, string>>): OverrideFault['code'] | undefined {
  if (!pathForm.test(path)) return 'overrides/path';
  return Object.hasOwn(set, path) ? 'overrides/twice' : undefined;
}

/** As a shell would hand it over: one pair of quotes around the whole is none of the value. */
const unquoted = (value: string): string => /^(["'])(.*)\1$/.exec(value)?.[2] ?? value;
