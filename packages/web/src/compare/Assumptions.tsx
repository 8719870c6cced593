import type { Compare, Said } from '@kardashev/contracts/compare.ts';
import { Card } from '../cards/Card.tsx';
import { SaveCsv, Table } from '../tables/Table.tsx';
import { assumptionName } from './names.ts';
import { words } from './words.ts';

/** In what the two plans differ, and who says so in each. */
export function Assumptions({ compared }: { compared: Compare }) {
  const say = words().assumptions;
  const { a, b, assumptions } = compared;
  return (
    <Card
      id="compare-assumptions"
      title={say.title(assumptions.length)}
      tools={
        assumptions.length > 0 && (
          <SaveCsv
            name={`${a}-${b}-assumptions.csv`}
            table={say.title(assumptions.length)}
            rows={() => [
              ['assumption', 'paths', 'a', 'source in a', 'as of', 'b', 'source in b', 'as of'],
              ...assumptions.map(({ assumption, paths, a, b }) => [
                assumption,
                paths.join(' '),
                a.text,
                a.source,
                a.asOf,
                b.text,
                b.source,
                b.asOf,
              ]),
            ]}
          />
        )
      }
    >
      {assumptions.length === 0 ? (
        <p class="quiet">{say.none}</p>
      ) : (
        <Table
          caption={say.title(assumptions.length)}
          corner={say.assumption}
          columns={[
            { head: say.inA, sub: a, text: true },
            { head: say.inB, sub: b, text: true },
          ]}
          rows={assumptions.map(({ assumption, paths, a, b }) => ({
            head: (
              <>
                {assumptionName(assumption)}
                {paths.length > 1 && <span class="sub">{say.paths(paths.length)}</span>}
              </>
            ),
            cells: [<Told key="a" said={a} />, <Told key="b" said={b} />],
          }))}
        />
      )}
    </Card>
  );
}

function Told({ said }: { said: Said }) {
  return (
    <>
      {said.text}
      <span class="sub">{[said.source, said.asOf].filter((part) => part !== '').join(', ')}</span>
    </>
  );
}
