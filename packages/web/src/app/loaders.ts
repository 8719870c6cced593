import type { ComponentType } from 'preact';
import type { ViewName, ViewProps } from './views.ts';

type Loader = () => Promise<{ default: ComponentType<ViewProps> }>;

/**
 * Loads a view's component: `export default function …({ mission, inOrbit }: ViewProps)`. They stand apart from the names of
 * views, which views themselves read.
 */
export const loaders: { readonly [K in Exclude<ViewName, 'mission'>]: Loader } = {
  claims: () => import('../claims/ClaimsView.tsx'),
  money: () => import('../money/Money.tsx'),
  plan: () => import('../plan/PlanView.tsx'),
  compare: () => import('../compare/CompareView.tsx'),
  ground: () => import('../ground/GroundView.tsx'),
  runs: () => import('../all-runs/RunsView.tsx'),
};
