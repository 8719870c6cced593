import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, hashText } from '../../engine/hash.ts';
import { claimIds, outputs, width } from './outputs.ts';
import { yearlySeries } from './series.ts';
import type { Rows, Study } from './study.ts';

/** Names a study: equal for equal inputs on equal code. A Sobol study of more samples is the same study gone further. */
export function studyId(study: Study, code: string): string {
  const { samples, ...rest } = study;
  return hashText(canonical({ ...rest, ...(study.sampling === 'latin' ? { samples } : {}), code }));
}

/**
 * SHA-256 over the rows in order of index, as little-endian numbers, series, verdicts and faults under the columns' names: the same
 * whatever shards, threads or machines they came from.
 */
export function hashRows(rows: Rows): string {
  const hash = sha256.create();
  const names = [...outputs.map(({ name }) => name), ...claimIds].join(',');
  hash.update(utf8ToBytes(`samples ${rows.from} ${rows.to} f64 ${names} u8 ${claimIds.join(',')}\n`));
  const ofSeries = rows.series.length / Math.max(1, rows.to - rows.from);
  if (ofSeries > 0)
    hash.update(utf8ToBytes(`${yearlySeries.map(({ name }) => name).join(',')} at ${ofSeries}\n`));
  const bytes = new Uint8Array(8 * (width + ofSeries) + claimIds.length);
  const view = new DataView(bytes.buffer);
  // One bit pattern for what is not a number.
  const set = (place: number, value: number) =>
    view.setFloat64(8 * place, Number.isNaN(value) ? Number.NaN : value, true);
  for (let row = 0; row < rows.to - rows.from; row++) {
    for (let column = 0; column < width; column++) {
      set(column, rows.numbers[row * width + column] as number);
    }
    for (let place = 0; place < ofSeries; place++)
      set(width + place, rows.series[row * ofSeries + place] as number);
    bytes.set(
      rows.verdicts.subarray(row * claimIds.length, (row + 1) * claimIds.length),
      8 * (width + ofSeries),
    );
    hash.update(bytes);
    hash.update(utf8ToBytes(`${rows.faults[row]}\n`));
  }
  return bytesToHex(hash.digest());
}
