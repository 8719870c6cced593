import { must } from '../outcome/invariant.ts';

/** What ordering needs of a subsystem. */
export interface Node {
  readonly name: string;
  readonly readsNow: readonly string[];
  readonly writes: readonly string[];
}

/**
 * Groups of subsystems in the order in which a month steps them, derived from what they read and write: a group
 * of one runs once; a group of several reads in a circle and is solved as a loop. Within a group, and among
 * groups that do not depend on each other, the given order is kept. Tarjan's strongly connected components.
 */
export function orderOf(nodes: readonly Node[]): number[][] {
  const writer = new Map<string, number>();
  nodes.forEach((node, index) => {
    for (const port of node.writes) {
      must(!writer.has(port), `the port ${port} has one writer`);
      writer.set(port, index);
    }
  });
  const needs = nodes.map((node) => {
    const sources = node.readsNow.map((port) => {
      const source = writer.get(port);
      must(source !== undefined, `${node.name} reads ${port}, which somebody writes`);
      return source;
    });
    return [...new Set(sources)].sort((left, right) => left - right);
  });
  return components(needs);
}

function components(needs: readonly (readonly number[])[]): number[][] {
  const groups: number[][] = [];
  const index = new Map<number, number>();
  const low = new Map<number, number>();
  const stack: number[] = [];
  const visit = (node: number): void => {
    index.set(node, index.size);
    low.set(node, index.get(node) as number);
    stack.push(node);
    for (const need of needs[node] ?? []) {
      if (!index.has(need)) {
        visit(need);
        low.set(node, Math.min(low.get(node) as number, low.get(need) as number));
      } else if (stack.includes(need)) {
        low.set(node, Math.min(low.get(node) as number, index.get(need) as number));
      }
    }
    if (low.get(node) !== index.get(node)) return;
    groups.push(stack.splice(stack.indexOf(node)).sort((left, right) => left - right));
  };
  needs.forEach((_, node) => {
    if (!index.has(node)) visit(node);
  });
  return groups;
}
