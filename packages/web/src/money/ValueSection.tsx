import type { Value } from '@kardashev/contracts/value.ts';
import { Card } from '../cards/Card.tsx';
import { count, digits, monthName, quantity, share, text } from '../format/quantity.ts';
import { SaveCsv, Table } from '../tables/Table.tsx';
import { Ranges } from './Ranges.tsx';
import { Stability } from './Stability.tsx';
import { words } from './words.ts';

const money = (value: number) => text(quantity(value, 'USD'));
const times = (value: number) => `${digits(value)}×`;

/** What the run is worth, to whom, and whether value outgrows burn. */
export function ValueSection({ value }: { value: Value }) {
  const say = words().value;
  const { equity_USD: equity, market } = value;
  const funding = words().books.fundings[value.funding];
  return (
    <Card
      id="money-value"
      title={say.title}
      unit={words().nominal}
      tools={<SaveCsv name={`${value.run}-value.csv`} table={say.ranges} rows={() => valueRows(value)} />}
    >
      <p class="answer-line">
        <strong>
          {say.answer(money(equity.p50), money(equity.p5), money(equity.p95), money(market.value_USD))}
        </strong>
      </p>
      <p class="quiet">{say.lead(monthName(value.month), funding, count(value.samples))}</p>
      <div class="card-pair even">
        <div>
          <h4>{say.ranges}</h4>
          <Ranges
            rows={[
              { name: say.space, spread: value.parts.space },
              { name: say.connectivity, spread: value.parts.connectivity },
              { name: say.ai, spread: value.parts.ai },
              { name: say.enterprise, spread: value.enterprise_USD, sum: true },
              { name: say.equity, spread: equity, sum: true },
            ]}
            mark={{ name: say.market(monthName(market.month)), value: market.value_USD }}
          />
        </div>
        <Stability value={value} />
      </div>
      <Holders value={value} />
      <ul class="facts">
        {facts(value).map((fact) => (
          <li key={fact}>{fact}</li>
        ))}
      </ul>
    </Card>
  );
}

function facts({ credit, crossHoldings, index, joining }: Value): string[] {
  const say = words().value;
  const first = joining?.[0];
  return [
    ...(credit.runway_months === null ? [] : [say.runway(digits(credit.runway_months))]),
    ...(credit.distanceToDefault === null ? [] : [say.distance(digits(credit.distanceToDefault))]),
    ...(crossHoldings.double > 0 ? [say.twice(money(crossHoldings.double))] : []),
    ...(index.weight > 0
      ? [say.index(share(index.weight), money(index.bought_USD), share(index.ofFloat))]
      : []),
    ...(first ? [say.joining(money(first.worth_USD), monthName(first.month))] : []),
  ];
}

function Holders({ value }: { value: Value }) {
  const say = words().value;
  const events = value.holders[0]?.steps ?? [];
  if (value.holders.length === 0) return null;
  return (
    <div>
      <h4>
        {say.holders} <span class="unit">{say.holdersUnit}</span>
      </h4>
      <Table
        caption={`${say.holders}, ${say.holdersUnit}`}
        corner={say.holder}
        columns={[
          { head: say.paid },
          ...events.map(({ event, month }) => ({ head: say[event], sub: monthName(month) })),
          { head: say.lockUp, sub: monthName(value.holders[0]?.afterLockUp.month ?? '') },
          { head: say.lockUpRange },
          { head: say.byFlows },
        ]}
        rows={value.holders.map(({ holder, invested_USD, steps, afterLockUp, byFlows }) => ({
          head: holder,
          cells: [
            money(invested_USD),
            ...steps.map(({ multiple }) => times(multiple)),
            times(afterLockUp.multiple.p50),
            `${digits(afterLockUp.multiple.p5)}–${times(afterLockUp.multiple.p95)}`,
            times(byFlows.multiple.p50),
          ],
        }))}
      />
    </div>
  );
}

function valueRows(value: Value): (string | number | null)[][] {
  const names = ['p5', 'p25', 'p50', 'p75', 'p95', 'mean', 'sd'] as const;
  const spreads = {
    'parts.space': value.parts.space,
    'parts.connectivity': value.parts.connectivity,
    'parts.ai': value.parts.ai,
    enterprise: value.enterprise_USD,
    equity: value.equity_USD,
    perShare: value.perShare_USD,
  };
  return [
    ['figure (nominal USD)', ...names],
    ...Object.entries(spreads).map(([name, spread]) => [name, ...names.map((each) => spread[each])]),
  ];
}
