import { capitalPanel } from './capital.ts';
import { computePanel } from './compute.ts';
import { dataPanel } from './data.ts';
import { energyPanel } from './energy.ts';
import { networkPanel } from './network.ts';
import type { PanelInput, PanelModel } from './panel.ts';
import { transportPanel } from './transport.ts';

/** The six panels in the order in which one thing leads to the next. */
export function panels(input: PanelInput): readonly PanelModel[] {
  return [
    energyPanel(input),
    transportPanel(input),
    networkPanel(input),
    computePanel(input),
    dataPanel(input),
    capitalPanel(input),
  ];
}
