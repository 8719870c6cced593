import { dirname } from 'node:path';
import { findRun } from '@kardashev/store/runs.ts';
import type { Command } from 'commander';
import { boardOf } from '../feed/alert-lines.ts';
import { followAlerts } from '../feed/follow-alerts.ts';
import { sensedIn } from '../feed/kept-view.ts';
import { tracksIn } from '../feed/served-tracks.ts';
import { portNumber, withRuns } from '../options.ts';
import { serveUntilStopped } from '../serving.ts';
import { need } from '../stop.ts';

interface ServeOptions {
  readonly out: string;
  readonly port?: number;
  readonly host?: string;
  readonly open?: boolean;
  readonly allowRuns?: boolean;
  readonly alerts?: string;
  readonly follow?: boolean;
  readonly tracks?: string;
  readonly observations?: string;
}

/** `serve [RUN]`: mission control in the browser. */
export function prepare(command: Command): void {
  withRuns(command)
    .option('--port <n>', 'port to listen on (default: the first free one from 4173 on)', portNumber)
    .option('--host <address>', 'address to listen on (default: this machine only)')
    .option('--allow-runs', 'let anybody who reaches the page start runs, not only this machine')
    .option('--alerts <file>', 'also serve events on the ground: the output of feed fuse --json')
    .option('--follow', 'go on reading that file as it grows, and tell what is added')
    .option('--tracks <file>', 'also serve tracks of a file of positions, as feed tracks follows them')
    .option('--observations <dir>', 'also serve coverage and incidents of a folder of feed ingest')
    .option('--open', 'open the page in a browser')
    .action(async (name: string | undefined, { out, open, observations, ...rest }: ServeOptions) => {
      const chosen = name === undefined ? undefined : need(findRun(out, name));
      const runs = chosen ? dirname(chosen.folder) : out;
      const first = chosen?.manifest.run;
      const { alerts: file, follow, tracks: positions, ...where } = rest;
      const alerts = file === undefined ? undefined : boardOf(file);
      if (file !== undefined && alerts !== undefined && follow) followAlerts(file, alerts);
      const tracks = positions === undefined ? undefined : tracksIn(positions);
      const sensed = observations === undefined ? undefined : await sensedIn(observations);
      await serveUntilStopped({ runs, first, ...where, open: open === true, alerts, tracks, sensed });
    });
}
