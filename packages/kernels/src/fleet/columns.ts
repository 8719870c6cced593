/** Columns of `count` zeros by name, e.g. `columns(rowColumns, 1000)`. */
export function columns<const N extends readonly string[]>(
  names: N,
  count: number,
): { readonly [K in N[number]]: Float64Array } {
  const made: { [name: string]: Float64Array } = {};
  for (const name of names) made[name] = new Float64Array(count);
  return made as { readonly [K in N[number]]: Float64Array };
}
