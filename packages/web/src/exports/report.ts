import type { PlanDocument } from '@kardashev/contracts/plan.ts';
import type { Chart } from '../chart/model.ts';
import { claimText } from '../claims/texts.ts';
import { writtenInstead, writtenMargin, writtenQuantity } from '../claims/written.ts';
import { monthName, text } from '../format/quantity.ts';
import { language } from '../language/language.ts';
import { panels } from '../panels/panels.ts';
import { chartsOf } from '../plan/BeforeAfter.tsx';
import { figuresOf } from '../plan/figures.ts';
import { bareText } from '../plan/written-value.ts';
import type { ChangeMap } from '../rerun/changes.ts';
import type { Mission } from '../state/mission.ts';
import { passOf } from '../state/passes.ts';
import { constraintName } from '../timeline/constraints.ts';
import { escaped, table } from './html.ts';
import paper from './report.css?raw';
import { svgChart } from './svg-chart.ts';
import { words } from './words.ts';

export interface ReportInput {
  readonly plan: PlanDocument;
  readonly mission: Mission;
  /** The run as it is kept, where what is on show was changed here. */
  readonly kept: Mission | undefined;
  readonly changes: ChangeMap;
}

/** All of a run on a few pages: one HTML file in the language on show, with nothing in it that is fetched or run. */
export function reportOf(input: ReportInput): string {
  const { mission, kept } = input;
  const { title, plan } = mission.verdict;
  const said = words();
  const heading = escaped(title || plan);
  const body = [
    `<h1>${heading}</h1>`,
    `<p class="soft">Kardashev · ${said.reportTitle} · ${said.fundings[mission.funding]}</p>`,
    kept ? `<p>${escaped(said.notSaved)}</p>` : '',
    section(said.verdict, verdictTable(mission, kept)),
    section(said.changes, changesTable(input)),
    section(said.panels, panelCharts(mission, kept)),
    section(said.claims, claimsTable(mission)),
    section(said.binding, bindingTable(mission)),
    section(said.provenance, provenance(input)),
  ];
  return `<!doctype html>
<html lang="${language.value}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${heading} · Kardashev</title>
<style>
${paper}</style>
</head>
<body>
${body.join('\n')}
</body>
</html>
`;
}

const section = (title: string, content: string) =>
  `<section><h2>${escaped(title)}</h2>\n${content}</section>`;

function verdictTable(mission: Mission, kept: Mission | undefined): string {
  const { figure, value, before, now, crossover, never } = words();
  const old = kept && figuresOf(kept);
  const first = ({ verdict, funding }: Mission) => {
    const month = passOf(verdict, funding)?.capital.crossover;
    return month ? monthName(month) : never;
  };
  const rows = figuresOf(mission).map((one, index) => [
    escaped(one.label),
    ...(old ? [escaped(text(one.write(old[index]?.value ?? null)))] : []),
    escaped(text(one.write(one.value))),
  ]);
  rows.push([escaped(crossover), ...(kept ? [escaped(first(kept))] : []), escaped(first(mission))]);
  return table(kept ? [figure, before, now] : [figure, value], rows, [1, 2]);
}

function changesTable({ plan, changes }: ReportInput): string {
  const { noChanges, assumption, was, is, source, planItself } = words();
  if (changes.size === 0) return `<p>${noChanges}</p>`;
  const rows = [...changes].map(([path, changed]) => {
    const before = plan.plan.values[path];
    const evidence = before?.evidence;
    const said = evidence ? `${evidence.source}, ${evidence.asOf} (${evidence.kind})` : planItself;
    return [
      `<code>${escaped(path)}</code>`,
      escaped(before?.text ?? ''),
      escaped(bareText(changed)),
      escaped(said),
    ];
  });
  return table([assumption, was, is, source], rows);
}

function panelCharts(mission: Mission, kept: Mission | undefined): string {
  const { table: months, shells } = mission;
  const names = new Set(shells.map(({ name }) => name));
  const last = months.labels.length - 1;
  const { replies, inMonth } = words();
  const answered = panels({ table: months, inOrbit: (row) => names.has(row) }).map((model) => {
    const { reply, figure, rest } = model.answer(last);
    const answer = `<p><strong>${escaped(replies[reply])}</strong>, ${escaped(inMonth(monthName(months.labels[last] ?? '')))}: ${escaped(figure)} ${escaped(rest)}.</p>`;
    const head = `<h3>${escaped(model.title)}</h3><p class="soft">${escaped(model.question)}</p>`;
    return `<div>${head}${answer}${model.chart ? drawn(model.chart, months.labels) : ''}</div>`;
  });
  const compared = kept
    ? chartsOf(mission, kept).map(
        (chart) => `<div><h3>${escaped(chart.title)}</h3>${drawn(chart, months.labels)}</div>`,
      )
    : [];
  return `<div class="charts">${[...compared, ...answered].join('\n')}</div>`;
}

function drawn(chart: Chart, labels: readonly string[]): string {
  const keys =
    chart.lines.length > 1
      ? `<p>${chart.lines.map(({ label, role }) => `<span class="key ${role}">${escaped(label)}</span>`).join('')}</p>`
      : '';
  return `${svgChart(chart, labels)}${keys}`;
}

function claimsTable({ verdict: { claims } }: Mission): string {
  const said = words();
  const rows = claims.map((claim) => {
    const { said: claimed, quantity } = claimText(claim);
    const { text: instead, lang } = writtenInstead(claim.instead);
    return [
      `${escaped(claimed)}<br><span class="soft">${escaped(quantity)}</span>`,
      `<span class="${claim.verdict}">${said.verdicts[claim.verdict]}</span>`,
      escaped(writtenQuantity(claim.computed, claim.unit)),
      escaped(writtenQuantity(claim.claimed, claim.unit)),
      escaped(writtenMargin(claim)),
      lang ? `<span lang="${lang}">${escaped(instead)}</span>` : escaped(instead),
    ];
  });
  return table(
    [said.claim, said.verdictOf, said.computed, said.claimed, said.margin, said.instead],
    rows,
    [2, 3, 4],
  );
}

function bindingTable({ verdict, funding }: Mission): string {
  const { constraint, from, to } = words();
  const stretches = passOf(verdict, funding)?.binding ?? [];
  const rows = stretches.map((one) => [
    escaped(constraintName(one.constraint)),
    escaped(monthName(one.from)),
    escaped(monthName(one.to)),
  ]);
  return table([constraint, from, to], rows);
}

function provenance({ plan, mission, kept }: ReportInput): string {
  const said = words();
  const { seed, run, version, hash } = (kept ?? mission).verdict;
  const code = (value: string) => `<code>${escaped(value)}</code>`;
  return table(
    ['', ''],
    [
      [said.plan, code(plan.file ?? plan.plan.name)],
      [said.run, code(run)],
      [said.seed, String(seed)],
      [said.version, escaped(version)],
      [said.hash, code(hash)],
    ],
  );
}
