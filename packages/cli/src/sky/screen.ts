import type { SkyFeedback } from '@kardashev/model/study/campaign/sky-feedback.ts';
import { perYear, type SkyRun, type SkyYear } from '@kardashev/model/transport/debris/sky.ts';
import type { SkyShell } from '@kardashev/model/transport/debris/source-sink.ts';
import { fit } from '../layout.ts';

/** What `campaign --sky --json` prints. */
export function skyDocument(
  { years, verdicts, sky }: SkyRun,
  shells: readonly SkyShell[],
  feedback?: SkyFeedback,
) {
  return {
    sky: {
      shells: shells.map(({ name, area_m2, derelict_perS }, at) => ({
        shell: name,
        meanArea_m2: area_m2,
        derelict_perYear: perYear(derelict_perS),
        unusableFrom: verdicts[at]!.unusableFrom ?? null,
        because: verdicts[at]!.because ?? null,
      })),
      years: years.map((of) => ({
        year: of.year,
        shell: of.shell,
        active: of.active,
        encounters_perDay: of.encounters_perS * 86_400,
        manoeuvresPerSatellite_perYear: perYear(of.manoeuvres_perS),
        lossPerSatellite_perYear: perYear(of.loss_perS),
        derelictInBin: of.derelict,
        fragmentsInBin: of.fragments,
      })),
      all: sky,
      ...(feedback
        ? { feedback: { rounds: feedback.rounds, moved: feedback.moved, years: feedback.years } }
        : {}),
    },
  };
}

const widths = [12, 6, 11, 13, 12, 12, 10, 11];

/** Shells in a few years, and when each stops being usable. */
export function skyScreen(
  run: SkyRun,
  shells: readonly SkyShell[],
  last_yr: number,
  feedback?: SkyFeedback,
): string {
  const last = run.sky.at(-1)!.year;
  const shown = [...new Set([last_yr - 10, last_yr, last_yr + 10, last])].filter((year) => year <= last);
  const head = ['shell', 'year', 'active', 'encounters', 'manoeuvres', 'lost', 'derelict', 'fragments'];
  const units = ['', '', '', 'a day', 'each a year', '% a year', 'in bin', 'in bin'];
  const lines = [line(head), line(units)];
  for (const { name } of shells) {
    for (const year of shown) {
      const of = run.years.find((entry) => entry.shell === name && entry.year === year);
      if (of) lines.push(line(cells(of)));
    }
  }
  return [
    ...lines,
    '',
    ...run.verdicts.map(({ shell, unusableFrom, because }) =>
      unusableFrom === undefined
        ? `${shell} stays usable to ${last}.`
        : `${shell} is no longer usable from ${unusableFrom}: ${because === 'loss' ? 'more is lost to collisions than transport.usableLoss' : 'more manoeuvres than transport.usableManoeuvres'}.`,
    ),
    ...(feedback ? ['', ...feedbackLines(feedback)] : []),
    `Encounters: passes within transport.avoidanceRadius of each other among a shell's satellites if none kept its slot.`,
  ].join('\n');
}

/** The fleet as collisions leave it, and as it would be without any. */
function feedbackLines({ years, rounds, moved }: SkyFeedback): string[] {
  const count = (value: number): string => fit(Math.round(value).toLocaleString('en-US'), 16, true);
  const shown = years.filter(({ year }, at) => year % 5 === 0 || at === years.length - 1);
  return [
    `${fit('year', 6)}${fit('in service', 16, true)}${fit('if none collide', 17, true)}${fit('lost that year', 16, true)}`,
    ...shown.map(
      ({ year, satellitesInService, withoutCollisions, collisions }) =>
        `${fit(String(year), 6)}${count(satellitesInService)} ${count(withoutCollisions)}${count(collisions)}`,
    ),
    `The last of ${rounds} rounds between fleet and sky moved the years of service by ${(100 * moved).toPrecision(2)} %.`,
    ...(moved > unsettled
      ? ['They do not agree: that the fleet cannot be kept up is to be believed, how little is left is not.']
      : []),
  ];
}

/** Change of the last round, as a share, above which fleet and sky do not agree. */
const unsettled = 0.02;

function line(texts: readonly string[]): string {
  return texts
    .map((text, at) => fit(text, widths[at]!, at > 0))
    .join(' ')
    .trimEnd();
}

function cells(of: SkyYear): string[] {
  const short = (value: number): string =>
    value === 0 ? '0' : Number(value.toPrecision(3)).toLocaleString('en-US');
  return [
    of.shell,
    String(of.year),
    Math.round(of.active).toLocaleString('en-US'),
    short(of.encounters_perS * 86_400),
    short(perYear(of.manoeuvres_perS)),
    short(100 * perYear(of.loss_perS)),
    Math.round(of.derelict).toLocaleString('en-US'),
    Math.round(of.fragments).toLocaleString('en-US'),
  ];
}
