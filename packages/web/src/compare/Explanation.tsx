import type { Compare, Explained } from '@kardashev/contracts/compare.ts';
import type { Verdict } from '@kardashev/contracts/verdict.ts';
import { useSignal } from '@preact/signals';
import type { Watched } from '../api/work.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { Card } from '../cards/Card.tsx';
import { SaveCsv, Table } from '../tables/Table.tsx';
import { WorkBar } from '../tables/WorkBar.tsx';
import { assumptionName, nameOf } from './names.ts';
import { Waterfall } from './Waterfall.tsx';
import { mostMoved } from './waterfall.ts';
import { words } from './words.ts';
import { writtenChange, writtenFigure, writtenShare } from './written.ts';

interface ExplanationProps {
  readonly watched: Watched<Compare>;
  readonly a: Verdict;
  readonly b: Verdict;
}

/** How much of each difference each assumption makes, found on the server when somebody asks. */
export function Explanation({ watched, a, b }: ExplanationProps) {
  const say = words().explained;
  const { document, start, cancel, look } = watched;
  const compared = document.state === 'ready' ? document.value : undefined;
  const headline = useSignal('');
  const explained = compared?.explained ?? [];
  const shown =
    explained.find((one) => one.headline === (headline.value || mostMoved(explained))) ?? explained[0];
  return (
    <Card
      id="compare-explained"
      title={say.title}
      tools={
        shown && (
          <>
            <HeadlineChooser
              explained={explained}
              chosen={shown.headline}
              choose={(next) => (headline.value = next)}
            />
            <SaveCsv
              name={`${a.run}-${b.run}-explained.csv`}
              table={say.title}
              rows={() => rowsOf(explained)}
            />
          </>
        )
      }
    >
      <p class="quiet">{say.lead}</p>
      {document.state === 'failed' && <TroubleNote trouble={document.trouble} retry={look} />}
      {compared && !shown && compared.assumptions.length > 0 && (
        <WorkBar
          work={compared.work}
          start={start}
          cancel={cancel}
          words={{ ...say, takes: say.takes(compared.assumptions.length) }}
        />
      )}
      {compared?.assumptions.length === 0 && <p>{words().assumptions.none}</p>}
      {compared && shown && <Shown compared={compared} explained={shown} sameSeed={a.seed === b.seed} />}
    </Card>
  );
}

interface ChooserProps {
  readonly explained: readonly Explained[];
  readonly chosen: string;
  readonly choose: (headline: string) => void;
}

function HeadlineChooser({ explained, chosen, choose }: ChooserProps) {
  return (
    <label class="picker">
      {words().explained.headline}{' '}
      <select value={chosen} onChange={(event) => choose(event.currentTarget.value)}>
        {explained
          .filter(({ parts, headline }) => parts.length > 0 || headline === chosen)
          .map(({ headline }) => (
            <option key={headline} value={headline}>
              {nameOf(headline)}
            </option>
          ))}
      </select>
    </label>
  );
}

interface ShownProps {
  readonly compared: Compare;
  readonly explained: Explained;
  readonly sameSeed: boolean;
}

function Shown({ compared, explained, sameSeed }: ShownProps) {
  const say = words().explained;
  const { headline, unit, a, b, parts } = explained;
  const whole = a === null || b === null ? null : b - a;
  return (
    <>
      {whole === null ? (
        <p>{say.none}</p>
      ) : parts.length === 0 ? (
        <p>{say.equal}</p>
      ) : (
        <>
          <Waterfall explained={explained} title={nameOf(headline)} />
          <details>
            <summary>
              {nameOf(headline)}: {say.part}
            </summary>
            <Table
              caption={`${nameOf(headline)}: ${say.part}`}
              corner={words().assumptions.assumption}
              columns={[{ head: say.part }, { head: say.share }, { head: say.spread }]}
              rows={parts.map(({ assumption, part, spread }) => ({
                head: assumptionName(assumption),
                cells: [
                  writtenChange(headline, part, unit),
                  whole === 0 ? '–' : writtenShare(part / whole),
                  writtenFigure(headline, spread, unit),
                ],
              }))}
            />
            <p class="quiet small">{say.spreadHint}</p>
          </details>
        </>
      )}
      <p class="quiet small">
        {compared.runs !== null && say.runs(compared.runs)} {!compared.sameCode && say.otherCode}{' '}
        {!sameSeed && say.otherSeed(compared.seed)}
      </p>
    </>
  );
}

function rowsOf(explained: readonly Explained[]): (string | number | null)[][] {
  return [
    ['headline', 'unit', 'a', 'b', 'assumption', 'part', 'spread'],
    ...explained.flatMap(({ headline, unit, a, b, parts }) =>
      parts.map(({ assumption, part, spread }) => [headline, unit, a, b, assumption, part, spread]),
    ),
  ];
}
