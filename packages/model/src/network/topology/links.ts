/** Links between satellites, both ways alike: link `i` joins `from[i]` and `to[i]`. */
export interface Links {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** What a topology may look at when it says which satellites are linked. */
export interface Sky {
  readonly satellites: number;
  /** x, y, z in m of each satellite, axes of the equator and equinox of date. */
  readonly positions_m: Float64Array;
}

/** Says which satellites hold a link. `moves` where the answer changes as they fly. */
export interface Topology {
  readonly name: string;
  readonly moves: boolean;
  links(sky: Sky): Links;
}

/** Collects links. */
export class LinkList {
  private readonly from: number[] = [];
  private readonly to: number[] = [];

  add(from: number, to: number): void {
    this.from.push(from);
    this.to.push(to);
  }

  links(): Links {
    return { from: Int32Array.from(this.from), to: Int32Array.from(this.to) };
  }
}

/** All links of several lists, in their order. */
export function together(lists: readonly Links[]): Links {
  const count = lists.reduce((sum, { from }) => sum + from.length, 0);
  const from = new Int32Array(count);
  const to = new Int32Array(count);
  let at = 0;
  for (const list of lists) {
    from.set(list.from, at);
    to.set(list.to, at);
    at += list.from.length;
  }
  return { from, to };
}

/** The links that pass a test. */
export function kept(links: Links, keep: (from: number, to: number) => boolean): Links {
  const list = new LinkList();
  for (let link = 0; link < links.from.length; link++) {
    const from = links.from[link] as number;
    const to = links.to[link] as number;
    if (keep(from, to)) list.add(from, to);
  }
  return list.links();
}

/** A topology whose links never change. */
export const fixed = (name: string, links: Links): Topology => ({ name, moves: false, links: () => links });

/** Satellites from which no link leaves, at most `most` of them. */
export function isolated(satellites: number, links: Links, most = Infinity): number[] {
  const linked = new Uint8Array(satellites);
  for (const ends of [links.from, links.to]) for (const end of ends) linked[end] = 1;
  const found: number[] = [];
  for (let satellite = 0; satellite < satellites && found.length < most; satellite++) {
    if (linked[satellite] === 0) found.push(satellite);
  }
  return found;
}
