/**
 * A port is one named array that one subsystem writes each interval and others read. Its dimension says what a
 * row stands for; its length is fixed when a plan is compiled.
 */
export const dimensions = ['one', 'host', 'cohort', 'vehicle', 'segment', 'workload', 'constraint'] as const;
export type Dimension = (typeof dimensions)[number];

/** What is conserved. Amounts in the ledger are per interval: J, J, kg, bit, USD, FLOP. */
export const flowNames = ['power', 'heat', 'mass', 'bits', 'money', 'work'] as const;
export type FlowName = (typeof flowNames)[number];

/** Companies' segments as filed; rows of the dimension `segment`. */
export const segments = ['space', 'connectivity', 'ai'] as const;
export type Segment = (typeof segments)[number];

interface PortBase {
  readonly of: Dimension;
  readonly doc: string;
  /** False keeps a large port out of the result tables. */
  readonly record?: boolean;
}

/** A typed number that is not conserved: temperature, price, count, rate. */
export interface SignalPort extends PortBase {
  readonly kind: 'signal';
}

/**
 * An entry of the ledger. Every interval and flow: Σ supply = Σ use + Σ rise of stock. A stock port holds the
 * amount at the end of the interval, the others the amount that passed during it.
 */
export interface FlowPort extends PortBase {
  readonly kind: 'flow';
  readonly flow: FlowName;
  readonly side: 'supply' | 'use' | 'stock';
}

export type Port = SignalPort | FlowPort;

export const signal = (of: Dimension, doc: string, record = true): SignalPort => ({
  kind: 'signal',
  of,
  doc,
  record,
});
export const supply = (flow: FlowName, of: Dimension, doc: string): FlowPort => ({
  kind: 'flow',
  flow,
  side: 'supply',
  of,
  doc,
});
export const use = (flow: FlowName, of: Dimension, doc: string): FlowPort => ({
  kind: 'flow',
  flow,
  side: 'use',
  of,
  doc,
});
export const stock = (flow: FlowName, of: Dimension, doc: string): FlowPort => ({
  kind: 'flow',
  flow,
  side: 'stock',
  of,
  doc,
});
