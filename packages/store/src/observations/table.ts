import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
import type { Observation, ObservationKind } from '@kardashev/model/data/wire/observation.ts';
import { keptPlace } from './cells.ts';

/** Columns of a segment. `hour` counts from 1970; text and subjects of observations are not among them. */
const columns = [
  'kind VARCHAR',
  'source VARCHAR',
  'id VARCHAR',
  'revision DOUBLE',
  'hour INTEGER',
  'cell UBIGINT',
  'observed_s DOUBLE',
  'received_s DOUBLE',
  'latitude_deg DOUBLE',
  'longitude_deg DOUBLE',
  'radius_m DOUBLE',
  'language VARCHAR',
  'measured VARCHAR',
] as const;

export const hour_s = 3600;

/** Cells as numbers sort and pack better than as text; 0 stands for no place. */
export const cellNumber = (cell: string): bigint => (cell === '' ? 0n : BigInt(`0x${cell}`));

/** Fills a table of this name with observations. */
export async function fillTable(
  duck: DuckDBConnection,
  name: string,
  observations: readonly Observation[],
): Promise<void> {
  await duck.run(`CREATE OR REPLACE TABLE ${name} (${columns.join(', ')})`);
  const appender = await duck.createAppender(name);
  for (const observation of observations) appendRow(appender, observation);
  appender.closeSync();
}

function appendRow(appender: DuckDBAppender, observation: Observation): void {
  const { cell, latitude_deg, longitude_deg, radius_m } = keptPlace(observation);
  appender.appendVarchar(observation.kind);
  appender.appendVarchar(observation.source);
  appender.appendVarchar(observation.id);
  appender.appendDouble(observation.revision);
  appender.appendInteger(Math.floor(observation.observed_s / hour_s));
  appender.appendUBigInt(cellNumber(cell));
  appender.appendDouble(observation.observed_s);
  appender.appendDouble(observation.received_s);
  for (const value of [latitude_deg, longitude_deg, radius_m]) {
    if (value === null) appender.appendNull();
    else appender.appendDouble(value);
  }
  if (observation.language === undefined) appender.appendNull();
  else appender.appendVarchar(observation.language);
  appender.appendVarchar(JSON.stringify(observation.values));
  appender.endRow();
}

/** An observation of a row in the order of the columns. */
export function observationOf(row: readonly unknown[]): Observation {
  const [
    kind,
    source,
    id,
    revision,
    ,
    ,
    observed_s,
    received_s,
    latitude_deg,
    longitude_deg,
    radius_m,
    language,
    measured,
  ] = row as [
    ObservationKind,
    string,
    string,
    number,
    number,
    bigint,
    number,
    number,
    number | null,
    number | null,
    number | null,
    string | null,
    string,
  ];
  return {
    kind,
    id,
    source,
    revision,
    observed_s,
    received_s,
    values: JSON.parse(measured) as Record<string, number>,
    ...(latitude_deg === null
      ? {}
      : { place: { latitude_deg, longitude_deg: longitude_deg!, radius_m: radius_m! } }),
    ...(language === null ? {} : { language }),
  };
}
