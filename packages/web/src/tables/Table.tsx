import type { ComponentChildren } from 'preact';
import { type Cell, csv, download } from './csv.ts';
import './table.css';
import { words } from './words.ts';

export interface TableColumn {
  readonly head: string;
  /** Under the head: what the column is, such as filed or modelled. */
  readonly sub?: string;
  /** Words, not numbers. */
  readonly text?: boolean;
}

export interface TableRow {
  readonly head: ComponentChildren;
  /** A headline over the rows that follow, or a sum of those before. */
  readonly kind?: 'group' | 'sum';
  readonly cells: readonly ComponentChildren[];
}

interface TableProps {
  /** What the table shows, with its unit, for who cannot see it. */
  readonly caption: string;
  readonly corner: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly TableRow[];
}

/** Numbers in rows, the first column staying where it is when one scrolls sideways. */
export function Table({ caption, corner, columns, rows }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="table" aria-label={caption} tabIndex={0}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{corner}</th>
            {columns.map(({ head, sub, text }, index) => (
              <th key={index} scope="col" class={text ? 'words' : ''}>
                {head}
                {sub && <span class="sub">{sub}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} columns={columns} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, columns }: { row: TableRow; columns: readonly TableColumn[] }) {
  if (row.kind === 'group') {
    return (
      <tr class="group">
        <th scope="rowgroup">{row.head}</th>
        <td colSpan={columns.length} />
      </tr>
    );
  }
  return (
    <tr class={row.kind ?? ''}>
      <th scope="row">{row.head}</th>
      {columns.map(({ text }, index) => (
        <td key={index} class={text ? 'words' : ''}>
          {row.cells[index]}
        </td>
      ))}
    </tr>
  );
}

interface SaveProps {
  /** Of the file. */
  readonly name: string;
  /** What the table is called on the page. */
  readonly table: string;
  readonly rows: () => readonly (readonly Cell[])[];
}

/** A button that keeps a table as a file. */
export function SaveCsv({ name, table, rows }: SaveProps) {
  return (
    <button
      type="button"
      class="save-csv"
      aria-label={words().save(table)}
      onClick={() => download(name, csv(rows()))}
    >
      <span aria-hidden="true">↓</span> {words().csv}
    </button>
  );
}
