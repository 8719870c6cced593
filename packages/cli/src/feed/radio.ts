import { AircraftReceiver } from '@kardashev/model/data/radio/aircraft.ts';
import { messageOf } from '@kardashev/model/data/radio/message.ts';
import type { Frame } from '@kardashev/model/data/radio/receive.ts';
import { readRecording } from '@kardashev/model/data/radio/recording.ts';
import { sampleRate_perS } from '@kardashev/model/data/radio/samples.ts';
import type { Command } from 'commander';
import { print } from '../output.ts';
import { BadInput } from '../stop.ts';
import { bytesOf } from './bytes.ts';
import { Lines } from './lines.ts';
import { radioScreen } from './radio-screen.ts';

const examples = `
Examples:
  kardashev feed radio recording.bin
  kardashev feed radio recording.bin.gz --json

The recording holds unsigned bytes I, Q, I, Q … at 2 MS/s, tuned to 1090 MHz. In the summary, frames are those of
downlink format 17 that their checksum finds whole; repaired are those in which one bit was put right. bytesProduct
is what all whole frames take in the Beast format of receivers.`;

/** `feed radio`: Mode S frames out of raw samples, with what they say. */
export function prepare(command: Command): void {
  command
    .option('--json', 'print one JSON line per frame, and a summary')
    .addHelpText('after', examples)
    .action((file: string, { json }: { json?: boolean }) => radio(file, json === true));
}

function radio(file: string, json: boolean): void {
  const raw = bytesOf(file);
  if (raw.length === 0) throw new BadInput([emptyFault(file)]);
  const began_ms = performance.now();
  const { frames, observations, aircraft, bytesRaw, bytesProduct } = readRecording(raw, file);
  const wall_s = (performance.now() - began_ms) / 1000;
  const summary = {
    frames: frames.filter(({ format, repaired }) => format === 17 && !repaired).length,
    bytesRaw,
    bytesProduct,
    repaired: frames.filter(({ repaired }) => repaired).length,
    byFormat: countByFormat(frames),
    aircraft: aircraft.size,
    positions: observations.length,
    duration_s: bytesRaw / 2 / sampleRate_perS,
    wall_s,
  };
  if (json) printLines(frames, summary);
  else print(radioScreen(file, summary, aircraft, observations));
}

/** Whole frames by downlink format. */
function countByFormat(frames: readonly Frame[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { format, repaired } of frames) {
    if (!repaired) counts[`DF${format}`] = (counts[`DF${format}`] ?? 0) + 1;
  }
  return counts;
}

function printLines(frames: readonly Frame[], summary: object): void {
  const lines = new Lines();
  const receiver = new AircraftReceiver();
  for (const frame of frames) {
    const { bytes, format, time_s, level, repaired } = frame;
    const said = repaired ? undefined : messageOf(frame);
    const heard = receiver.hear(frame, time_s, { received_s: time_s, source: '' });
    lines.add({
      time_s,
      format,
      frame: Buffer.from(bytes).toString('hex'),
      level: Number(level.toFixed(3)),
      repaired,
      ...(said === undefined ? {} : { address: said.address }),
      ...(said?.callSign === undefined ? {} : { callSign: said.callSign }),
      ...(said?.altitude_m === undefined ? {} : { altitude_m: said.altitude_m }),
      ...(said?.velocity ?? {}),
      ...(heard?.place === undefined
        ? {}
        : { latitude_deg: heard.place.latitude_deg, longitude_deg: heard.place.longitude_deg }),
    });
  }
  lines.end(summary);
}

const emptyFault = (file: string) => ({
  code: 'feed/empty',
  message: `${file} is empty.`,
  at: { file },
  cause: 'There is nothing in it to read.',
  fix: 'Check that the recording or download has finished.',
});
