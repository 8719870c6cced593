import type { State } from '../flows/subsystem.ts';

/** What a shell's satellites in service could do this month at full load, by host. Nothing lasts longer than the month. */
export interface EnergyState extends State {
  /** Units by host and point of the age axis between which their ages lie. */
  readonly unitsByAge: Float64Array;
  /** Most that chips can have. */
  readonly chipsMost_W: Float64Array;
  /** What all consumers together can have. */
  readonly available_W: Float64Array;
  /** Output of the arrays, all of it taken. */
  readonly array_W: Float64Array;
  /** Losses of conversion over what is delivered. */
  readonly lossRatio: Float64Array;
  readonly housekeeping_W: Float64Array;
  readonly environment_W: Float64Array;
  /** Part of what chips lack at full load that heat holds back; power holds back the rest. */
  readonly heatPart: Float64Array;
}

export function energyState(hosts: number, ages: number): EnergyState {
  return {
    unitsByAge: new Float64Array(hosts * ages),
    chipsMost_W: new Float64Array(hosts),
    available_W: new Float64Array(hosts),
    array_W: new Float64Array(hosts),
    lossRatio: new Float64Array(hosts),
    housekeeping_W: new Float64Array(hosts),
    environment_W: new Float64Array(hosts),
    heatPart: new Float64Array(hosts),
  };
}
