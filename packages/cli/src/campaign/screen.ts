import { constraints } from '@kardashev/model/flows/constraint.ts';
import type { ResolvedPlan } from '@kardashev/model/plan/resolved.ts';
import {
  bindingMonths,
  type CampaignSummary,
  type Gap,
  type Percentiles,
} from '@kardashev/model/study/campaign/document.ts';
import type { Need } from '@kardashev/model/study/campaign/needs.ts';
import type { PreparedCampaign } from '@kardashev/model/study/campaign/prepare.ts';
import type { CampaignSample } from '@kardashev/model/study/campaign/sample.ts';
import type { Shadow } from '@kardashev/model/study/campaign/shadow.ts';
import { formatNumber } from '@kardashev/model/units/format.ts';
import { createColors } from 'picocolors';
import { fit } from '../layout.ts';
import { massText } from '../number-text.ts';

export interface CampaignView {
  readonly plan: ResolvedPlan;
  readonly document: CampaignSummary & {
    readonly seed: number;
    readonly seeds: number;
    readonly gap: Gap;
    readonly shadow: readonly Shadow[];
  };
  readonly events: readonly CampaignSample[];
  readonly needs: readonly Need[];
  /** Index of the month from which one more of each is counted. */
  readonly from: number;
  readonly prepared: PreparedCampaign;
}

type Paint = ReturnType<typeof createColors>;

/** A campaign for people: years, what hourly launches need, what one more brings. At most 100 columns. */
export function campaignScreen(view: CampaignView, colour: boolean): string {
  const paint = createColors(colour);
  const { plan, document } = view;
  return [
    paint.bold(`${plan.name}: ${plan.title}`),
    paint.dim(
      `every launch and satellite an event, ${document.seeds} campaigns from seed ${document.seed}; P50, in brackets P10 to P90`,
    ),
    '',
    ...yearLines(view, paint),
    '',
    fullLine(document),
    gapLine(document.gap),
    '',
    ...needLines(view.needs, paint),
    '',
    ...shadowLines(view, paint),
  ].join('\n');
}

function yearLines({ document, events }: CampaignView, paint: Paint): string[] {
  const head = `${fit('year', 6)}${fit('launches', 22)}${fit('to orbit', 8, true)}${fit('satellites in service', 30, true)}${fit('grounded', 9, true)}  binding`;
  const lines = document.years.map((year, at) => {
    const grounded = events.reduce((sum, sample) => sum + sample.grounded[at]!, 0) / events.length;
    return [
      fit(String(year.year), 6),
      fit(spread(year.launches), 22),
      fit(massText(year.mass_kg.p50), 8, true),
      fit(spread(year.satellitesInService), 30, true),
      fit(`${Math.round(100 * grounded)} %`, 9, true),
      `  ${bound(events, at)}`,
    ].join('');
  });
  return [paint.cyan(head), ...lines];
}

/** The two constraints that bound most of the year, with their shares of its months. */
function bound(events: readonly CampaignSample[], year: number): string {
  return bindingMonths(events, year)
    .map((share, c) => ({ share, name: constraints[c]! }))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 2)
    .filter(({ share }) => share >= 0.05)
    .map(({ share, name }) => (share > 0.995 ? name : `${name} ${Math.round(100 * share)} %`))
    .join(', ');
}

function spread({ p10, p50, p90 }: Percentiles): string {
  const [low, middle, high] = [p10, p50, p90].map(short);
  return low === high ? middle! : `${middle} (${low} to ${high})`;
}

/** Whole numbers, and thousands of them where a column would not hold the rest. */
function short(count: number): string {
  return count < 1e5 ? formatNumber(Math.round(count)) : `${formatNumber(count / 1e3)} k`;
}

function fullLine({ launchesToComplete, firstYearAtFullCount }: CampaignSummary): string {
  if (firstYearAtFullCount === null) return 'The fleet is never full within the plan.';
  return `Full in ${firstYearAtFullCount}, after ${formatNumber(launchesToComplete!)} launches with compute satellites.`;
}

function gapLine({ launches, satelliteYears }: Gap): string {
  const signed = (share: number): string =>
    `${share < 0 ? '−' : '+'}${formatNumber(Math.abs(100 * share), 2)} %`;
  return `The fluid form gives ${signed(launches)} launches and ${signed(satelliteYears)} years of satellites in service.`;
}

function needLines(needs: readonly Need[], paint: Paint): string[] {
  if (needs.length === 0) return [];
  const column = (value: number): string => fit(Number.isNaN(value) ? '' : formatNumber(value), 14, true);
  return [
    paint.cyan(
      `${fit('one launch an hour needs', 34)}${fit('needs', 14, true)}${fit('at the end', 14, true)}${fit('today', 14, true)}`,
    ),
    ...needs.map(
      ({ what, unit, needed, planned, today }) =>
        `${fit(`${what}${unit === '' ? '' : `, ${unit}`}`, 34)}${column(needed)}${column(planned)}${column(today)}`,
    ),
  ];
}

function shadowLines({ document, prepared, from }: CampaignView, paint: Paint): string[] {
  const month = prepared.setting.calendar.labels[from] ?? '';
  return [
    paint.cyan(
      `${fit(`one more from ${month} on brings`, 58)}${fit('launches', 14, true)}${fit('satellite-years', 20, true)}`,
    ),
    ...document.shadow.map(
      ({ more, launches, satelliteYears }) =>
        `${fit(more, 58)}${fit(signedNumber(launches), 14, true)}${fit(signedNumber(satelliteYears), 20, true)}`,
    ),
  ];
}

function signedNumber(value: number): string {
  if (Math.abs(value) < 0.005) return '0';
  return `${value < 0 ? '' : '+'}${formatNumber(value)}`;
}
