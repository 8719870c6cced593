import type { PlanDocument, PlanValue } from '@kardashev/contracts/plan.ts';
import { sourced } from '../plan/written-value.ts';
import type { ChangeMap } from '../rerun/changes.ts';

/** What changes say in the plan file, beside the values that name a source of their own. */
const here = { source: 'changed in mission control', asOf: '' };

/**
 * A plan file that extends the plan of the run and holds what is changed alone: by the command line that made the run, and
 * in this page. `kardashev run` takes it and comes to the same figures.
 */
export function planFile({ plan, file, faithful, seed }: PlanDocument, changes: ChangeMap): string {
  const overrides = Object.entries(plan.values).flatMap(([path, value]) =>
    value.origin === 'override' && !changes.has(path) ? [[path, writtenOverride(value)] as const] : [],
  );
  const changed = [...changes].map(([path, text]) => [path, merged(text, plan.values[path])] as const);
  const base = file ?? plan.name;
  const warning = faithful
    ? []
    : ['# That plan or the catalogue has changed since the run: figures may differ from those of the page.'];
  return [
    `# ${plan.title}, changed in mission control.`,
    `# Run it with: npx kardashev run THIS-FILE --seed ${seed}`,
    ...warning,
    `extends: ${scalar(base)}`,
    `name: ${scalar(`${plan.name}-changed`)}`,
    `title: ${scalar(`${plan.title}, changed`)}`,
    ...lines(treeOf([...overrides, ...changed]), 0),
    '',
  ].join('\n');
}

function writtenOverride({ text, evidence }: PlanValue): string {
  return evidence ? sourced(text, evidence) : text;
}

/**
 * A map over a map is merged when a plan is read, key by key: what the map of the plan has and this one lacks is taken
 * away by name, and where the plan put its map beside a source, so does this one.
 */
function merged(text: string, before: PlanValue | undefined): string {
  if (!isMap(text) || text.startsWith('{value:') || before?.origin === 'catalogue') return text;
  if (!before || !isMap(before.text)) return before?.evidence ? sourced(text, here) : text;
  const gone = keysOf(before.text).filter((key) => !keysOf(text).includes(key));
  const whole =
    gone.length === 0 ? text : `${text.slice(0, -1)}, ${gone.map((key) => `${key}: null`).join(', ')}}`;
  return before.evidence ? sourced(whole, here) : whole;
}

const isMap = (text: string) => text.startsWith('{') && text.endsWith('}');

/** Keys of a map of scalars on one line. */
function keysOf(text: string): string[] {
  return [...text.matchAll(/[{,]\s*([\w-]+)\s*:/g)].map(([, key]) => key!);
}

interface Tree {
  readonly [key: string]: Tree | string;
}

function treeOf(values: readonly (readonly [path: string, text: string])[]): Tree {
  const root: { [key: string]: Tree | string } = {};
  for (const [path, text] of values) {
    const keys = path.split('.');
    let node = root;
    for (const key of keys.slice(0, -1)) {
      node[key] ??= {};
      node = node[key] as { [key: string]: Tree | string };
    }
    node[keys.at(-1)!] = text;
  }
  return root;
}

function lines(tree: Tree, depth: number): string[] {
  const indent = '  '.repeat(depth);
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [`${indent}${key}: ${scalar(value)}`]
      : [`${indent}${key}:`, ...lines(value, depth + 1)],
  );
}

/** A value as it may stand after a key: maps and lists as they are, words in quotes where YAML would misread them. */
function scalar(text: string): string {
  if (/^[[{]/.test(text)) return text;
  return /^[\s!&*?|>%@`"'#,\-\]}]|: | #|[:\s]$|\n/.test(text) && !/^-[\d.]/.test(text)
    ? JSON.stringify(text)
    : text;
}
