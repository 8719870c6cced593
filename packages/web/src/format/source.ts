/** Who says a value, without the kind that the page writes before it: `by us` of `assumed, by us`. */
export function saidBy(kind: string, source: string): string {
  return source.startsWith(`${kind}, `) ? source.slice(kind.length + 2) : source;
}
