import { type FlowName, flowNames } from '../flows/port.ts';
import { ports } from '../flows/ports.ts';
import { formatQuantity } from '../units/format.ts';
import type { Bus } from './bus.ts';

/** Relative tolerance of a balance: rounding over a few dozen sums, far below a kilowatt of a fleet. */
const tolerance = 1e-9;

const symbols: Readonly<Record<FlowName, string>> = {
  power: 'J',
  heat: 'J',
  mass: 'kg',
  bits: 'bit',
  money: 'USD',
  work: 'FLOP',
};

interface Account {
  readonly port: string;
  readonly offset: number;
  readonly length: number;
  /** +1 supply, −1 use; a stock counts by its rise, as use. */
  readonly sign: 1 | -1;
  readonly stock: boolean;
}

interface Book {
  readonly flow: FlowName;
  readonly accounts: readonly Account[];
  /** Rows balanced one by one where all accounts share a dimension; else one balance for the whole flow. */
  readonly rows: number;
}

/** A flow that does not balance: a defect of a model, never of a plan. The run stops. */
export class LedgerLeak extends Error {
  override readonly name = 'LedgerLeak';
  readonly code = 'engine/ledger-leak';
  readonly flow: FlowName;
  readonly amount: number;

  constructor(flow: FlowName, amount: number, where: string, month: string, accounts: string) {
    super(`${flow} leaks ${formatQuantity(amount, symbols[flow])} ${where} in ${month}: ${accounts}`);
    this.flow = flow;
    this.amount = amount;
  }
}

/** Checks after each interval that Σ supply = Σ use + Σ rise of stock, flow by flow. */
export class Ledger {
  readonly #books: readonly Book[];
  readonly #bus: Bus;
  readonly #rowLabels: (port: string) => readonly string[];

  constructor(bus: Bus, rowLabels: (port: string) => readonly string[]) {
    this.#bus = bus;
    this.#rowLabels = rowLabels;
    this.#books = flowNames.map((flow) => bookOf(flow, bus));
  }

  /** Throws `LedgerLeak` for the first flow that does not balance. */
  check(month: string): void {
    for (const book of this.#books) {
      for (let row = 0; row < book.rows; row++) this.#checkRow(book, row, month);
    }
  }

  #checkRow(book: Book, row: number, month: string): void {
    let balance = 0;
    let scale = 0;
    for (const account of book.accounts) {
      const amount = this.#amount(account, book.rows === 1 ? -1 : row);
      balance += account.sign * amount;
      scale = Math.max(
        scale,
        Math.abs(amount),
        account.stock ? this.#level(account, book.rows === 1 ? -1 : row) : 0,
      );
    }
    if (Math.abs(balance) <= tolerance * scale || (Number.isFinite(balance) && scale < 1e-6)) return;
    this.#stop(book, row, balance, month);
  }

  #stop(book: Book, row: number, balance: number, month: string): never {
    const only = book.rows === 1 ? -1 : row;
    const parts = book.accounts.map(
      (account) =>
        `${account.sign < 0 ? '−' : '+'}${account.port} ${this.#amount(account, only).toPrecision(12)}`,
    );
    const label = this.#rowLabels(book.accounts[0]?.port ?? '')[row] ?? '';
    throw new LedgerLeak(
      book.flow,
      balance,
      book.rows === 1 ? 'in all' : `at ${label}`,
      month,
      parts.join(', '),
    );
  }

  #amount(account: Account, row: number): number {
    const now = sum(this.#bus.now, account, row);
    return account.stock ? now - sum(this.#bus.before, account, row) : now;
  }

  #level(account: Account, row: number): number {
    return Math.abs(sum(this.#bus.now, account, row));
  }
}

function sum(values: Float64Array, { offset, length }: Account, row: number): number {
  if (row >= 0) return values[offset + row] as number;
  let total = 0;
  for (let index = offset; index < offset + length; index++) total += values[index] as number;
  return total;
}

function bookOf(flow: FlowName, bus: Bus): Book {
  const accounts: Account[] = [];
  const dimensions = new Set<string>();
  let rows = 1;
  for (const { port, offset, length } of bus.places) {
    const entry = ports[port];
    if (entry.kind !== 'flow' || entry.flow !== flow) continue;
    accounts.push({
      port,
      offset,
      length,
      sign: entry.side === 'supply' ? 1 : -1,
      stock: entry.side === 'stock',
    });
    dimensions.add(entry.of);
    rows = length;
  }
  return { flow, accounts, rows: dimensions.size === 1 ? rows : 1 };
}
