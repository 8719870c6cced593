import type { Compare, Said } from '@kardashev/contracts/compare.ts';
import { Fragment } from 'preact';
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
                <Dotted name={assumptionName(assumption)} />
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

/** A path that may go on in the next line after each of its points. */
function Dotted({ name }: { name: string }) {
  return (
    <>
      {name.split(/(?<=\.)/).map((part, at) => (
        <Fragment key={`${at} ${part}`}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </>
  );
}

function Told({ said }: { said: Said }) {
  const source = words().assumptions.sources[said.source] ?? said.source;
  const steps = stepsOf(said.text);
  return (
    <>
      {steps.length < 2
        ? steps
        : steps.map((step) => (
            <Fragment key={step}>
              <span class="step">{step}</span>{' '}
            </Fragment>
          ))}
      <span class="sub">{[source, said.asOf].filter((part) => part !== '').join(', ')}</span>
    </>
  );
}

/** What a plan writes as `{2026-01: 1 GW/year, 2028-01: 8 GW/year}`, a step at a time; anything else as it is. */
function stepsOf(text: string): string[] {
  const steps = /^\{(\d{4}-\d\d: .*)\}$/.exec(text)?.[1];
  return steps ? steps.split(/, (?=\d{4}-\d\d: )/) : [text];
}
