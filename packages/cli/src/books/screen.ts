import type { BooksDocument } from '@kardashev/model/study/books-document.ts';
import type { BooksYear } from '@kardashev/model/study/books-period.ts';
import { createColors } from 'picocolors';
import { fit } from '../layout.ts';

const width = 11;

/** Years side by side in millions of dollars, as many as are filed or modelled near, then every fifth. */
export function booksScreen(document: BooksDocument, colour: boolean): string {
  const paint = createColors(colour);
  const years = shownYears(document.years);
  const line = (name: string, of: (year: BooksYear) => number | null): string =>
    fit(name, 24) + years.map((year) => fit(millions(of(year)), width, true)).join('');
  const part = (name: string): string => paint.dim(name);
  const { checks, assumed, funding } = document;
  return [
    `${paint.bold('Books')}, million dollars${funding === 'as-needed' ? ', funded as needed' : ', from its own books'}`,
    fit('', 24) + years.map(({ year }) => fit(String(year), width, true)).join(''),
    fit('', 24) +
      years.map(({ basis }) => fit(basis === 'filed and modelled' ? 'both' : basis, width, true)).join(''),
    part('Revenue'),
    line('  Space', ({ segments }) => segments.space.revenue_USD),
    line('  Connectivity', ({ segments }) => segments.connectivity.revenue_USD),
    line('  AI', ({ segments }) => segments.ai.revenue_USD),
    line('  all', ({ income }) => income.revenue_USD),
    part('Operating income'),
    line('  Space', ({ segments }) => segments.space.operatingIncome_USD),
    line('  Connectivity', ({ segments }) => segments.connectivity.operatingIncome_USD),
    line('  AI', ({ segments }) => segments.ai.operatingIncome_USD),
    line('  interest, net', ({ income }) => income.interestEarned_USD - income.interestPaid_USD),
    line('  tax', ({ income }) => -income.tax_USD),
    line('  net income', ({ income }) => income.netIncome_USD),
    part('Cash'),
    line('  opening', ({ cash }) => cash.opening_USD),
    line('  operating', ({ cash }) => cash.operating_USD),
    line('  investing', ({ cash }) => cash.investing_USD),
    line('  financing', ({ cash }) => cash.financing_USD),
    line('  not explained', ({ cash }) => cash.unexplained_USD),
    line('  closing', ({ cash }) => cash.closing_USD),
    part('Balance'),
    line('  plant', ({ balance }) => balance.plant_USD),
    line('  assets', ({ balance }) => balance.assets_USD),
    line('  debt', ({ balance }) => balance.debt_USD),
    line('  other items', ({ balance }) => balance.unexplained_USD),
    line('  equity', ({ balance }) => balance.equity_USD),
    '',
    checks.balanced && checks.cents
      ? `Balanced to the cent in all ${checks.months} months.`
      : paint.red('The books do not balance.'),
    `${assumed.length} entries are assumed, no filing at hand gives them: --json lists each with its reason.`,
  ].join('\n');
}

function shownYears(years: readonly BooksYear[]): BooksYear[] {
  return years.filter(({ year }, index) => index < 5 || year % 5 === 0).slice(0, 8);
}

function millions(value: number | null): string {
  return value === null ? '–' : (Math.round(value / 1e6) + 0).toLocaleString('en');
}
