import type { Case, Figure } from './case.ts';

/** A figure with what the model gave for it. */
export interface Score {
  readonly case: Case;
  readonly figure: Figure;
  readonly obtained: number;
  /** Relative where the tolerance is relative, else in the figure's unit. */
  readonly error: number;
  readonly passes: boolean;
}

export function scoreOf(subject: Case): Score[] {
  return subject.figures.map((figure) => {
    const obtained = figure.obtained();
    const off = Math.abs(obtained - figure.expected);
    const relative = 'relative' in figure.tolerance;
    const error = relative ? off / Math.abs(figure.expected) : off;
    const allowed = 'relative' in figure.tolerance ? figure.tolerance.relative : figure.tolerance.absolute;
    return { case: subject, figure, obtained, error, passes: error <= allowed };
  });
}
