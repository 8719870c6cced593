import type { Threshold, When } from '@kardashev/contracts/when.ts';
import { useSignal } from '@preact/signals';
import { askWhen } from '../api/money.ts';
import { useWork } from '../api/work.ts';
import { TroubleNote } from '../app/TroubleNote.tsx';
import { Card } from '../cards/Card.tsx';
import { digits, monthName, quantity, text } from '../format/quantity.ts';
import { SaveCsv, Table } from '../tables/Table.tsx';
import { WorkBar } from '../tables/WorkBar.tsx';
import { words } from './words.ts';

/** The announcement's own dates first: within a year, two, three. */
const dates = ['2027-02', '2028-02', '2029-02', '2031-01', '2035-01', '2040-01'];

/** What would have to be true for orbit to be the cheaper place: found on the server when somebody asks. */
export function WhenSection({ run, months }: { run: string; months: readonly string[] }) {
  const say = words().when;
  const choices = dates.filter((date) => months.includes(date));
  const month = useSignal(choices.includes('2029-02') ? '2029-02' : (choices[0] ?? months.at(-1) ?? ''));
  const { document, start, cancel, look } = useWork(`${run} ${month.value}`, (way) =>
    askWhen(run, month.value, way),
  );
  const answer = document.state === 'ready' ? document.value.answer : null;
  return (
    <Card
      id="money-when"
      title={say.title}
      tools={
        <>
          <label class="picker">
            {say.from}{' '}
            <select value={month.value} onChange={(event) => (month.value = event.currentTarget.value)}>
              {(choices.length > 0 ? choices : months.slice(-1)).map((each) => (
                <option key={each} value={each}>
                  {monthName(each)}
                </option>
              ))}
            </select>
          </label>
          {answer && (
            <SaveCsv
              name={`${run}-when-${month.value}.csv`}
              table={say.title}
              rows={() => thresholdRows(answer.thresholds)}
            />
          )}
        </>
      }
    >
      <p class="quiet">{say.lead}</p>
      {document.state === 'failed' && <TroubleNote trouble={document.trouble} retry={look} />}
      {document.state === 'ready' && !answer && (
        <WorkBar
          work={document.value.work}
          start={start}
          cancel={cancel}
          words={{ ...say, running: (done, total) => say.running(Math.min(done + 1, total), total) }}
        />
      )}
      {answer && <Levers month={month.value} answer={answer} />}
    </Card>
  );
}

function Levers({ month, answer }: { month: string; answer: NonNullable<When['answer']> }) {
  const say = words().when;
  const { ratio, thresholds, ratioAtBest } = answer;
  const name = monthName(month);
  if (ratio <= 1) return <p class="answer-line">{say.already(name)}</p>;
  return (
    <>
      <p class="answer-line">
        <strong>{ratio < endless ? say.ratio(name, digits(ratio)) : say.endless(name)}</strong>{' '}
        {ratioAtBest !== null &&
          ratioAtBest < endless &&
          (ratioAtBest <= 1 ? say.bestDoes(digits(ratioAtBest)) : say.best(digits(ratioAtBest)))}
      </p>
      <Table
        caption={say.title}
        corner={say.assumption}
        columns={[{ head: say.now }, { head: say.needed }, { head: say.left }, { head: '', text: true }]}
        rows={[...thresholds]
          .sort((a, b) => a.ratioThere - b.ratioThere)
          .map((threshold) => ({
            head: say.levers[threshold.assumption] ?? threshold.assumption,
            cells: [
              threshold.now === null ? say.byYear : amount(threshold.now, threshold.unit),
              threshold.needed === null ? '–' : amount(threshold.needed, threshold.unit),
              <Left key="left" threshold={threshold} most={ratio} />,
              remark(threshold),
            ],
          }))}
      />
    </>
  );
}

/** The model counts a cost without end as so many times dearer. */
const endless = 1e5;

/** How much of the distance a lever leaves: a bar with a mark at one, where orbit and ground cost the same. */
function Left({ threshold, most }: { threshold: Threshold; most: number }) {
  const value = threshold.factor === null ? threshold.ratioThere : 1;
  const wide = (ratio: number) => `${Math.min(100, (100 * ratio) / Math.min(most, endless))}%`;
  return (
    <span class="left">
      <span class="left-bar" aria-hidden="true">
        <span class={value <= 1 ? 'does' : ''} style={{ width: wide(value) }} />
        <i style={{ left: wide(1) }} />
      </span>
      {value < endless ? `${digits(value)}×` : '∞'}
    </span>
  );
}

function remark({ factor, tried, withinRange }: Threshold): string {
  const say = words().when;
  if (factor === null) return say.notAlone(digits(tried));
  const range = withinRange === null ? '' : `, ${withinRange ? say.within : say.outside}`;
  return `${say.alone(digits(factor))}${range}`;
}

const year_s = 365.25 * 86_400;

/** Rates and prices in the units that people use. */
function amount(value: number, unit: string): string {
  if (unit === '1/s') return `${digits(100 * value * year_s)}\u00a0%/${words().perYear}`;
  if (unit === 'USD/J') return `${digits(value * 3.6e9)}\u00a0$/MWh`;
  if (unit === 'USD/W') return `${digits(value)}\u00a0$/W`;
  return text(quantity(value, unit === 'bps' ? 'bit/s' : unit));
}

function thresholdRows(thresholds: readonly Threshold[]): (string | number | null)[][] {
  return [
    [
      'assumption',
      'paths',
      'unit',
      'now',
      'needed',
      'factor',
      'tried',
      'orbit over ground there',
      'within its range',
    ],
    ...thresholds.map(({ assumption, paths, unit, now, needed, factor, tried, ratioThere, withinRange }) => [
      assumption,
      paths.join(' '),
      unit,
      now,
      needed,
      factor,
      tried,
      ratioThere,
      withinRange === null ? null : String(withinRange),
    ]),
  ];
}
