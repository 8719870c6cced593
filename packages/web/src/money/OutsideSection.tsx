import { useMemo } from 'preact/hooks';
import { fetchMonths } from '../api/api.ts';
import { useDocument } from '../api/useDocument.ts';
import { Card } from '../cards/Card.tsx';
import { Chart } from '../chart/Chart.tsx';
import { monthName, quantity, text } from '../format/quantity.ts';
import type { Mission } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import { SaveCsv, Table } from '../tables/Table.tsx';
import { Arrived } from './Arrived.tsx';
import { dearestMonth, type Outside, outsideColumns, outsideOf } from './outside.ts';
import { words } from './words.ts';

/** What has to come from outside, when. */
export function OutsideSection({ mission }: { mission: Mission }) {
  const { verdict, funding } = mission;
  const months = useDocument(mission.table, () => fetchMonths(verdict.run, outsideColumns, funding));
  return (
    <Arrived {...months}>
      {(document) => {
        const outside = outsideOf(document);
        return outside ? <Needed outside={outside} mission={mission} /> : <NoCash />;
      }}
    </Arrived>
  );
}

function NoCash() {
  return (
    <Card id="money-outside" title={words().outside.title}>
      <p class="quiet">{words().outside.noCash}</p>
    </Card>
  );
}

const heads = [
  'needed_USD',
  'neededSoFar_USD',
  'sharesSold_USD',
  'borrowed_USD',
  'repaid_USD',
  'debt_USD',
  'cashLowest_USD',
] as const;

function Needed({ outside, mission }: { outside: Outside; mission: Mission }) {
  const say = words().outside;
  const { labels, years, needed_USD, cash_USD } = outside;
  const broke = passOf(mission.verdict, mission.funding)?.capital.insolventFrom;
  const dearest = dearestMonth(outside);
  const money = (value: number) => text(quantity(value, 'USD'));
  const charts = useMemo(
    () => ({
      needed: {
        title: say.chart,
        unit: 'USD',
        lines: [{ label: say.line, values: needed_USD, role: 'main' as const }],
      },
      cash: {
        title: say.cashChart,
        unit: 'USD',
        lines: [{ label: say.cash, values: cash_USD, role: 'main' as const }],
      },
    }),
    [outside, say],
  );
  return (
    <Card
      id="money-outside"
      title={say.title}
      unit={words().nominal}
      tools={
        <SaveCsv
          name={`${mission.verdict.run}-capital.csv`}
          table={say.table}
          rows={() => [
            ['year', ...heads.map((head) => `${head} (nominal)`)],
            ...years.map((year) => [year.year, ...heads.map((head) => year[head])]),
          ]}
        />
      }
    >
      {broke && <p class="answer-line bad">{say.insolvent(monthName(broke))}</p>}
      {dearest !== undefined && (
        <p class="answer-line">
          {say.needed(
            money(years.at(-1)?.neededSoFar_USD ?? 0),
            monthName(labels[dearest] ?? ''),
            money(needed_USD[dearest] ?? 0),
          )}
        </p>
      )}
      {dearest === undefined && !broke && <p class="answer-line">{say.none}</p>}
      <div class={dearest === undefined ? '' : 'card-pair even'}>
        {dearest !== undefined && (
          <div class="low-chart">
            <h4>{say.chart}</h4>
            <Chart chart={charts.needed} labels={labels} />
          </div>
        )}
        <div class="low-chart">
          <h4>{say.cashChart}</h4>
          <Chart chart={charts.cash} labels={labels} />
        </div>
      </div>
      <details>
        <summary>{say.table}</summary>
        <Table
          caption={`${say.table}, ${words().nominal}`}
          corner={words().year}
          columns={heads.map((head) => ({ head: say.heads[head] }))}
          rows={years.map((year) => ({ head: year.year, cells: heads.map((head) => money(year[head])) }))}
        />
      </details>
    </Card>
  );
}
