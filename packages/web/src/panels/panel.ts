import type { Chart, Line } from '../chart/model.ts';
import type { MonthTable, Series } from '../months/table.ts';

export type Room = 'energy' | 'transport' | 'network' | 'compute' | 'data' | 'capital';

/** How the panel's question is answered in a month. */
export type Reply = 'yes' | 'nearly' | 'no' | 'unknown';

export interface Answer {
  readonly reply: Reply;
  /** One line: the number of the month first. */
  readonly figure: string;
  readonly rest: string;
}

/** A panel answers one question with one line and one chart. */
export interface PanelModel {
  readonly room: Room;
  readonly title: string;
  readonly question: string;
  /** Undefined where the run lacks what the panel is about. */
  readonly chart: Chart | undefined;
  /** The series of a study that the chart's first line is. */
  readonly fan_of: string;
  answer(month: number): Answer;
}

export interface PanelInput {
  readonly table: MonthTable;
  /** Whether a host row is a shell in orbit. */
  readonly inOrbit: (row: string) => boolean;
}

/** From which share on a question is answered with yes: all but a hundredth; and with nearly: nine tenths. */
export function replyTo(share: number): Reply {
  if (!Number.isFinite(share)) return 'unknown';
  if (share >= 0.99) return 'yes';
  return share >= 0.9 ? 'nearly' : 'no';
}

export function chartOf(
  title: string,
  unit: string,
  main: readonly [string, Series | undefined],
  other?: readonly [string, Series | undefined],
): Chart | undefined {
  if (!main[1]) return undefined;
  const lines: Line[] = [{ label: main[0], values: main[1], role: 'main' }];
  if (other?.[1]) lines.push({ label: other[0], values: other[1], role: 'other' });
  return { title, unit, lines };
}
