import type { Progress } from '@kardashev/model/engine/sink.ts';
import { Presets, SingleBar } from 'cli-progress';

/** Tells people on standard error how far the work is. */
export interface ProgressView {
  /** Work that comes before the months, such as filling tables. */
  preparing(what: string, done: number, total: number): void;
  months(progress: Progress): void;
  /** A line that should stay. */
  say(line: string): void;
  close(): void;
}

export function progressView(): ProgressView {
  return process.stderr.isTTY ? barView() : lineView();
}

function barView(): ProgressView {
  const bar = new SingleBar(
    {
      format: ' {bar} {percentage} % {what}',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      barsize: 30,
    },
    Presets.shades_classic,
  );
  let on = false;
  const show = (done: number, total: number, what: string) => {
    if (!on) bar.start(total, done, { what });
    on = true;
    bar.setTotal(total);
    bar.update(done, { what });
  };
  const close = () => {
    if (on) bar.stop();
    on = false;
  };
  return {
    preparing: (what, done, total) => show(done, total, what),
    months: ({ pass, passes, done, months, label, note }) =>
      show(pass * months + done, passes * months, `${label} ${note}`),
    say(line) {
      close();
      process.stderr.write(`${line}\n`);
    },
    close,
  };
}

/** For logs: a line for each tenth of the work. */
function lineView(): ProgressView {
  // What is said never goes back, even where workers finish out of order or a pass begins anew.
  const said = new Map<string, number>();
  const say = (line: string) => process.stderr.write(`${line}\n`);
  const tenth = (key: string, done: number, total: number, line: string) => {
    const step = Math.floor((10 * done) / total);
    if (step <= (said.get(key) ?? -1)) return;
    said.set(key, step);
    say(line);
  };
  return {
    preparing: (what, done, total) =>
      tenth(what, done, total, `${what}: ${Math.floor((100 * done) / total)} %`),
    months: ({ pass, passes, done, months, label, note }) =>
      tenth(`pass ${pass}`, done, months, `pass ${pass + 1} of ${passes}, ${label}: ${note}`),
    say,
    close: () => {},
  };
}
