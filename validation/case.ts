/** How far an obtained figure may lie from the expected one. */
export type Tolerance = { readonly relative: number } | { readonly absolute: number };

/** One figure of a case. */
export interface Figure {
  readonly name: string;
  /** Unit in which expected and obtained are given. */
  readonly unit: string;
  readonly expected: number;
  readonly tolerance: Tolerance;
  obtained(): number;
}

/** A published or closed-form result that a model must reproduce. */
export interface Case {
  /** As in the reference cases: E1, T3, K8 … */
  readonly id: string;
  readonly title: string;
  readonly room: 'energy' | 'transport' | 'network' | 'compute' | 'data' | 'capital';
  /** `identity`: arithmetic or a closed form that code must get exactly. `prediction`: measured, or computed independently, so that a model could miss it. */
  readonly kind: 'identity' | 'prediction';
  /** Where the expected figures are from. */
  readonly source: string;
  readonly figures: readonly Figure[];
  /** What a reader must know: differences of definition, why a figure is missed. */
  readonly remark?: string;
}
