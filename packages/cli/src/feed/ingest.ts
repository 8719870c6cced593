import { type FormatName, formatNames, formats } from '@kardashev/model/data/wire/formats.ts';
import { type Command, Option } from 'commander';
import { whole } from '../options.ts';
import { need } from '../stop.ts';
import { KeepWriter } from './keep-writer.ts';
import { listenLive } from './live.ts';
import { payloadsOf } from './payloads.ts';

export interface IngestOptions {
  readonly format: FormatName;
  readonly into: string;
  readonly batch: number;
  readonly live?: boolean;
  readonly from?: string;
  readonly key?: string;
  readonly json?: boolean;
}

const examples = `
Examples:
  kardashev feed ingest all_week.geojson --format usgs --into observations
  zcat posts.jsonl.gz | kardashev feed ingest - --format jetstream --into observations --json
  kardashev feed ingest --live --format usgs --into observations
  kardashev feed ingest --live --format sbs --from localhost:30003 --into observations

With --json each batch is told when it is safe on the disk: {"acknowledged": …, "total": …}. After a kill, send
everything again: what is stored already is known, and stored no second time. Text and names of people are not
kept, and of a post's place only its H3 cell.`;

/** `feed ingest`: observations of a wire format into a folder, batch by batch. */
export function prepare(command: Command): void {
  command
    .addOption(
      new Option('--format <format>', 'what the payloads are').choices(formatNames).makeOptionMandatory(),
    )
    .requiredOption('--into <dir>', 'folder in which observations are kept')
    .option('--batch <n>', 'observations that are acknowledged together', whole(1, 1_000_000), 20_000)
    .option('--live', 'listen to the source itself, until interrupted')
    .option('--from <host:port>', 'with --live: the receiver to listen to (sbs)')
    .option('--key <key>', 'with --live: the map key of FIRMS (firms)')
    .option('--json', 'print one JSON line per batch, and a summary')
    .addHelpText('after', examples)
    .action(ingest);
}

async function ingest(files: readonly string[], options: IngestOptions): Promise<void> {
  const writer = need(await KeepWriter.open(options));
  try {
    if (options.live) await listenLive(options, writer);
    else {
      const { unit } = formats[options.format];
      for (const file of files.length > 0 ? files : ['-']) {
        for await (const payload of payloadsOf(file, unit)) await writer.take(payload, Date.now() / 1000);
      }
    }
    await writer.finish();
  } catch (error) {
    // What came before the trouble is stored all the same.
    await writer.flush();
    throw error;
  } finally {
    writer.close();
  }
}
