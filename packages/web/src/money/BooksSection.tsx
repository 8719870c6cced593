import type { Books } from '@kardashev/contracts/books.ts';
import { useSignal } from '@preact/signals';
import { Card } from '../cards/Card.tsx';
import { count } from '../format/quantity.ts';
import { SaveCsv, Table } from '../tables/Table.tsx';
import { booksRows, cellOf, columnsOf, statementLines } from './statements.ts';
import { words } from './words.ts';

const spans = ['years', 'quarters'] as const;

/** Income, cash and balance, by year or by quarter. */
export function BooksSection({ books }: { books: Books }) {
  const span = useSignal<(typeof spans)[number]>('years');
  const say = words().books;
  const columns = columnsOf(books[span.value]);
  return (
    <Card
      id="money-books"
      title={say.title}
      unit={say.unit}
      tools={
        <>
          <fieldset class="span-switch">
            <legend class="unseen">{say.by}</legend>
            {spans.map((each) => (
              <label key={each} class={each === span.value ? 'chosen' : ''}>
                <input
                  type="radio"
                  name="books-span"
                  value={each}
                  checked={each === span.value}
                  onChange={() => (span.value = each)}
                />
                {say[each]}
              </label>
            ))}
          </fieldset>
          <SaveCsv
            name={`${books.run}-${books.funding}-books-${span.value}.csv`}
            table={say.title}
            rows={() => booksRows(books[span.value])}
          />
        </>
      }
    >
      <p class="quiet">
        {say.lead(say.fundings[books.funding])}{' '}
        {books.checks.balanced && books.checks.cents ? (
          say.balanced(count(books.checks.months))
        ) : (
          <strong class="bad">{say.unbalanced}</strong>
        )}
      </p>
      <Table
        caption={say.caption}
        corner={say.unit}
        columns={columns.map(({ period, basis }) => ({ head: period.period, sub: say.basis[basis] }))}
        rows={statementLines.map((line) => ({
          head: say.lines[line.key],
          kind: line.kind,
          cells: columns.map((column) => millions(cellOf(line, column))),
        }))}
      />
      {books.assumed.length > 0 && (
        <details>
          <summary>{say.assumed(count(books.assumed.length))}</summary>
          <ul class="assumed">
            {books.assumed.map(({ path, text, note }) => (
              <li key={path}>
                <code>{path}</code> {text.length > 120 ? `${text.slice(0, 120)} …` : text}
                <span>{note}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
}

const millions = (value: number | null | undefined): string =>
  value === undefined ? '' : value === null ? '–' : count(value / 1e6);
