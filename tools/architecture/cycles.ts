/** The circles of a graph, each once: Tarjan's strongly connected components of more than one node, and loops. */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];

  function visit(node: string): void {
    order.set(node, order.size);
    low.set(node, order.get(node)!);
    open.push(node);
    for (const next of graph.get(node) ?? []) {
      if (!order.has(next)) visit(next);
      if (open.includes(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!));
    }
    if (low.get(node) !== order.get(node)) return;
    const component = open.splice(open.indexOf(node));
    if (component.length > 1 || graph.get(node)?.includes(node)) found.push(shortest(graph, component));
  }

  for (const node of graph.keys()) if (!order.has(node)) visit(node);
  return found;
}

/** The shortest way from a component's first file back to itself: what a reader has to look at. */
function shortest(graph: ReadonlyMap<string, readonly string[]>, component: readonly string[]): string[] {
  const start = [...component].sort()[0]!;
  const paths: string[][] = [[start]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const next of graph.get(path.at(-1)!) ?? []) {
      if (next === start) return path;
      if (!component.includes(next) || seen.has(next)) continue;
      seen.add(next);
      paths.push([...path, next]);
    }
  }
  return [...component];
}
