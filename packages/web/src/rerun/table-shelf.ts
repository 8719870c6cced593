import { tableKey } from '@kardashev/model/engine/tables.ts';
import type { ResponseTable, TableRequest } from '@kardashev/model/flows/table.ts';

/** Where tables come from that were not used here before. */
export interface TableSources {
  /** Errors, then values, as they are kept under a key; undefined where they are not kept. */
  kept(key: string): Promise<Float64Array | undefined>;
  /** Fills tables, in the order of the requests. */
  fill(requests: readonly TableRequest[], care: FillCare): Promise<ResponseTable[]>;
}

/** What whoever waits for tables wants to be told, and how the work is stopped. */
export interface FillCare {
  /** Points answered so far, of all that were asked for. */
  readonly onFilling: (done: number, total: number) => void;
  readonly signal: AbortSignal;
}

/**
 * Response tables by their keys: a change that no table depends on finds them all here; one that some depend on has
 * these filled, and its taking back finds the old ones again.
 */
export class TableShelf {
  readonly #sources: TableSources;
  /** Keys that the server is known to have: those of the run. */
  readonly #served: ReadonlySet<string>;
  readonly #here = new Map<string, ResponseTable>();

  constructor(sources: TableSources, served: Iterable<string>) {
    this.#sources = sources;
    this.#served = new Set(served);
  }

  /** Tables by the name of their request, and how many of them had to be filled. */
  async obtain(
    requests: readonly TableRequest[],
    care: FillCare,
  ): Promise<{ readonly tables: ReadonlyMap<string, ResponseTable>; readonly filled: number }> {
    const keys = requests.map(tableKey);
    await Promise.all(requests.map((request, index) => this.#fetch(keys[index]!, request)));
    const missing = requests.filter((_, index) => !this.#here.has(keys[index]!));
    const filled = missing.length > 0 ? await this.#sources.fill(missing, care) : [];
    for (const table of filled) this.#here.set(table.key, table);
    // A table serves every request of its key, under the request's own name.
    const tables = requests.map((request, index) => {
      return [request.name, { ...this.#here.get(keys[index]!)!, request }] as const;
    });
    return { tables: new Map(tables), filled: filled.length };
  }

  async #fetch(key: string, request: TableRequest): Promise<void> {
    if (this.#here.has(key) || !this.#served.has(key)) return;
    const numbers = await this.#sources.kept(key);
    const outputs = request.outputs.length;
    const points = request.axes.reduce((product, axis) => product * axis.points.length, 1);
    if (numbers?.length !== outputs * (points + 1)) return;
    const table = { request, key, error: numbers.slice(0, outputs), values: numbers.slice(outputs) };
    this.#here.set(key, table);
  }
}
