/** Remembers the last few promises by key; one that failed is forgotten. */
export function recent<P extends Promise<unknown>>(most: number): (key: string, make: () => P) => P {
  const known = new Map<string, P>();
  return (key, make) => {
    const found = known.get(key) ?? make();
    known.delete(key);
    known.set(key, found);
    found.catch(() => known.delete(key));
    for (const oldest of known.keys()) {
      if (known.size <= most) break;
      known.delete(oldest);
    }
    return found;
  };
}
