/** What was sensed: the words in which kinds are told apart wherever observations are kept or asked for. */
export const observationKinds = ['post', 'quake', 'hotspot', 'aircraft', 'ship', 'scene', 'event'] as const;
export type ObservationKind = (typeof observationKinds)[number];

/** Where something is: a point, and the radius within which it lies as far as the source tells. */
export interface Position {
  readonly latitude_deg: number;
  readonly longitude_deg: number;
  readonly radius_m: number;
}

/** One thing that one source saw, in the form that all adapters bring it to. Times are Unix seconds, UTC. */
export interface Observation {
  readonly kind: ObservationKind;
  /** Unique within the source; the same observation again has the same one. Of a person it is a digest. */
  readonly id: string;
  readonly source: string;
  /** Counts up when the source corrects what it said under the same id; otherwise 0. */
  readonly revision: number;
  /** When it happened, or was written, or the picture was taken. */
  readonly observed_s: number;
  /** When it reached us. */
  readonly received_s: number;
  /** Posts mostly have none until their text is understood. */
  readonly place?: Position;
  /** Measured quantities by name with unit: `magnitude`, `power_W`, `altitude_m`. */
  readonly values: Readonly<Record<string, number>>;
  /** What a post says. Used while it passes, never kept. */
  readonly text?: string;
  /** Language as the source gives it, BCP 47. */
  readonly language?: string;
  /** Whom it is about, as an aircraft's address. Used while it passes, never kept. */
  readonly subject?: string;
}

/** Why something that arrived is not taken as an observation. */
export const setAsideReasons = [
  'truncated-json',
  'wrong-json',
  'wrong-shape',
  'not-an-observation',
  'no-time',
  'no-place',
  'off-globe',
  'bad-number',
  'deleted',
  'future',
  'too-old',
  'duplicate',
  'flood',
] as const;
export type SetAsideReason = (typeof setAsideReasons)[number];

/** Something that arrived and was set aside, with the reason. */
export interface SetAside {
  readonly setAside: SetAsideReason;
  /** The line or member in question, where the payload has several. */
  readonly at?: string;
}

/** What one part of a payload turned out to be. */
export type Reading = Observation | SetAside;

/** When a payload arrived, and by which name its source goes here. */
export interface Arrival {
  readonly received_s: number;
  readonly source: string;
}

/** Reads a payload of one wire format: a message, a line, or a whole document with many members. */
export type WireFormat = (payload: string, arrival: Arrival) => Reading[];

export const isSetAside = (reading: Reading): reading is SetAside => 'setAside' in reading;

export const isObservation = (reading: Reading): reading is Observation => !isSetAside(reading);

export const setAside = (reason: SetAsideReason, at?: string): SetAside =>
  at === undefined ? { setAside: reason } : { setAside: reason, at };
