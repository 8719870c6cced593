import type { PlanValue } from '@kardashev/contracts/plan.ts';
import type { AttributeFacts } from '../rerun/messages.ts';
import type { OpenPlan } from '../rerun/session.ts';

/** Subsystems as the list groups them; `plan` holds what several of them read. */
export const groups = ['energy', 'transport', 'network', 'compute', 'data', 'capital', 'plan'] as const;
export type Group = (typeof groups)[number];

/** One assumption of the list. */
export interface Row {
  readonly path: string;
  readonly group: Group;
  /** Whose it is: `satellites · ai1`; empty for what a subsystem as a whole takes. */
  readonly entry: string;
  /** The attribute in words: `array area`. */
  readonly title: string;
  readonly value: PlanValue;
  readonly facts: AttributeFacts;
  /** All that a search goes through, small. */
  readonly haystack: string;
}

/** Every value of a plan, in the plan's order. */
export function rowsOf({ document, attributes }: OpenPlan): Row[] {
  return Object.entries(document.plan.values).flatMap(([path, value]) => {
    const facts = attributes[path];
    if (!facts) return [];
    const keys = path.split('.');
    const title = inWords(keys.at(-1) ?? '');
    const entry = keys.length > 2 ? `${inWords(keys[0]!)} · ${keys.slice(1, -1).join('.')}` : '';
    const sources = [value.evidence, ...(value.conflicts ?? []).map(({ evidence }) => evidence)];
    const said = sources.map((evidence) => `${evidence?.source ?? ''} ${evidence?.kind ?? ''}`).join(' ');
    const haystack = `${path} ${title} ${entry} ${facts.doc} ${value.text} ${said}`.toLowerCase();
    return [{ path, group: groupOf(facts.room), entry, title, value, facts, haystack }];
  });
}

const groupOf = (room: string): Group => groups.find((group) => group === room) ?? 'plan';

/** `arrayArea` as `array area`; short words in capitals stay. */
export function inWords(key: string): string {
  return key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/\b[A-Z](?=[a-z])/g, (letter) => letter.toLowerCase());
}

/** Rows that hold every word of a search. */
export function search(rows: readonly Row[], wish: string): readonly Row[] {
  const words = wish
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return words.length === 0
    ? rows
    : rows.filter(({ haystack }) => words.every((word) => haystack.includes(word)));
}
