import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { Card } from '../cards/Card.tsx';
import { monthName } from '../format/quantity.ts';
import { titleOf } from '../lineage/titles.ts';
import { SaveCsv, Table } from '../tables/Table.tsx';
import { pairsOf } from './figures.ts';
import { words } from './words.ts';
import { writtenChange, writtenFigure, writtenShare } from './written.ts';

/** The headline figures of both, with what lies between. */
export function Headlines({ a, b }: { a: Verdict; b: Verdict }) {
  const say = words();
  const pairs = pairsOf(a, b);
  const month = (label: string | null) => (label === null ? say.never : monthName(label));
  const months = [
    { head: say.crossover, cells: [month(a.capital.crossover), month(b.capital.crossover), '', ''] },
    { head: say.insolvent, cells: [month(a.capital.insolventFrom), month(b.capital.insolventFrom), '', ''] },
  ];
  return (
    <Card
      id="compare-headlines"
      title={say.headlines}
      unit={say.end}
      tools={
        <SaveCsv
          name={`${a.run}-${b.run}-headlines.csv`}
          table={say.headlines}
          rows={() => [
            ['figure', 'unit', a.run, b.run, 'difference', 'relative'],
            ...pairs.map(({ key, unit, a, b, difference, relative }) => [
              key,
              unit,
              a,
              b,
              difference,
              relative,
            ]),
          ]}
        />
      }
    >
      <Table
        caption={say.headlines}
        corner={say.headline}
        columns={[
          { head: say.a, sub: a.plan },
          { head: say.b, sub: b.plan },
          { head: say.difference },
          { head: say.relative },
        ]}
        rows={[
          ...pairs.map(({ key, unit, a, b, difference, relative }) => ({
            head: titleOf(key),
            cells: [
              writtenFigure(key, a, unit),
              writtenFigure(key, b, unit),
              <strong key="difference">{writtenChange(key, difference, unit)}</strong>,
              writtenShare(relative),
            ],
          })),
          ...months,
        ]}
      />
    </Card>
  );
}
