import type { ShellRow } from '@kardashev/contracts/shell.ts';
import type { Chart } from '../../chart/model.ts';
import type { MonthTable } from '../../months/table.ts';

/** What the depth of a room is made from: the room's own columns and those of the page. */
export interface DepthInput {
  readonly table: MonthTable;
  readonly inOrbit: (row: string) => boolean;
  readonly shells: readonly ShellRow[];
}

/** A chart of a room's depth; `fan` names the series of a study that its first line is. */
export interface DepthChart extends Chart {
  readonly fan_of?: string;
}

/** A room opened: what an expert of the field looks at. */
export interface Depth {
  /** Columns of the run that it needs, in the order in which their numbers are told. */
  readonly columns: readonly string[];
  /** The column that says what each constraint held back; none where the room has none. */
  readonly limits?: string;
  /** Headlines of the verdict whose spread over futures belongs here. */
  readonly headlines: readonly string[];
  charts(input: DepthInput): readonly (DepthChart | undefined)[];
}
