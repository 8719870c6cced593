import { number, type Rows, share, word } from '../plan/attribute.ts';
import { satelliteAreas } from '../plan/shared.ts';

const positive = { min: 0 };

/** What a satellite's file says of its array. */
export const arrayRows = {
  arrayArea_m2: satelliteAreas.arrayArea_m2,
  cellEfficiency: share("Cells' output over sunlight at begin of life, at the temperature `cellReference`."),
  cellReference_K: number('Temperature at which the efficiency of the cells is given.', positive),
  cellTemperatureLoss_perK: number('Share of output that cells lose for each kelvin above it.', positive),
  packing: share('Cell area over gross array area.'),
  arrayPointing: share('Array output over that of a perfectly pointed, unshaded array.'),
  stringEfficiency: share(
    'Output at the array’s terminals over the sum of its cells: diodes, mismatch, wires.',
  ),
  arrayAbsorptivity: share(
    'Solar absorptivity of the sunny face; what it absorbs and does not give away is heat.',
  ),
  arrayEmissivity: share('Infrared emissivity of the sunny face.'),
  arrayBackEmissivity: share('Infrared emissivity of the other face.'),
  arrayHeat_JperKperm2: number('Heat capacity of the array by gross area.', positive),
  arrayAgeing_perS: number(
    'Rate at which the array loses output with time alone (ultraviolet, thermal cycles, dirt): exp(−rate · age).',
    positive,
  ),
  arrayDoseLoss: share('Share of output lost for each tenfold of 1 + dose/arrayDoseScale.'),
  arrayDoseScale_Gy: number('Dose behind 2.5 mm of aluminium at which the loss by dose sets in.', positive),
  distributionEfficiency: share("Power at a consumer over power at the array's terminals or at the battery."),
} satisfies Rows;

/** Of its battery and of what it does in eclipse. */
export const batteryRows = {
  batteryCapacity_J: number('Energy of the full battery at begin of life, all of it.', positive),
  batteryDepthLimit: share('Deepest discharge that is allowed, over the capacity at that age.'),
  batteryRoundTrip: share('Energy out of the battery over energy in.'),
  batteryAgeing_perS: number(
    'Rate at which the battery loses capacity with the calendar: exp(−rate · age).',
    positive,
  ),
  batteryCycles: number('Full cycles after which a fifth of the capacity is gone.', { min: 1 }),
  batteryDepthExponent: number(
    'Cycles to that point go with the depth of discharge to minus this power.',
    positive,
  ),
  batteryChargeRate_perS: number('Most charging power over the capacity at that age.', positive),
  batteryDischargeRate_perS: number('Most discharging power over the capacity at that age.', positive),
  eclipsePolicy: word(
    'In eclipse chips are rationed evenly by the charge at entry (`throttle`), run at full load until the battery reaches its limit (`ride-through`), or stand still (`hibernate`).',
    ['throttle', 'ride-through', 'hibernate'],
    'throttle',
  ),
  housekeeping_W: number('Bus and attitude; the pump, links and sensors come on top.', positive),
} satisfies Rows;

/** Of the way of its heat: chips → coolant → radiator. Areas and W/m² of radiators are of planform. */
export const heatRows = {
  coolantLoop: word(
    'Liquid that warms up along the loop (`pumped`), or that boils at the chips and condenses in the radiator (`two-phase`).',
    ['pumped', 'two-phase'],
    'pumped',
  ),
  coolantRise_K: number('Rise of a pumped liquid along the loop at full load.', positive),
  coolantFilm_K: number("Mean coolant above the radiator's root at full load: film and wall.", positive),
  coolantHeat_JperkgperK: number('Specific heat of the liquid.', positive),
  coolantLatent_Jperkg: number('Heat of evaporation of a boiling liquid.', positive),
  coolantQuality: share('Share of a boiling liquid that is vapour at the outlet.'),
  coolantDensity_kgperm3: number('Density of the liquid at the pump.', positive),
  coolantMass_kgperW: number('Coolant by power to compute.', positive),
  loopDrop_Pa: number('Pressure that the pump makes up for at full flow.', positive),
  pumpEfficiency: share('Power to the liquid over electrical power of the pump.'),
  radiatorArea_m2: satelliteAreas.radiatorArea_m2,
  radiatorEmissivity: share('Infrared emissivity, and absorptivity, of a face.'),
  radiatorAbsorptivity: share('Solar absorptivity of a face at begin of life.'),
  radiatorDarkening_perS: number('Rise of the solar absorptivity with age, up to 1.', positive),
  radiatorAttitude: word(
    'Both faces edge-on to the Earth, or one looking down at it (`nadir`).',
    ['edge-on', 'nadir'],
    'edge-on',
  ),
  radiatorSunAngle_rad: number('Mean error of the edge-on attitude to the Sun.', {
    min: 0,
    max: Math.PI / 2,
  }),
  finHalfWidth_m: number('From a tube of the radiator to the middle between it and the next.', positive),
  finThickness_m: number('Thickness of the sheet between tubes.', positive),
  finConductivity_WpermperK: number('Conductivity along the sheet.', positive),
  radiatorArmour_m: number('Wall over the coolant against meteoroids, as aluminium.', positive),
  radiatorTubeShare: share('Tube area over planform area, one face: what a meteoroid must hit.'),
  radiatorSection_m2: number('Planform of a section that is shut off when it leaks.', positive),
  heatCapacity_JperK: number('Heat capacity of radiator and what is fixed to it, without coolant.', positive),
} satisfies Rows;

/** Of what rays do to its chips. */
export const radiationRows = {
  shielding_m: number('Shielding around the chips, as aluminium.', { min: 1e-4 }),
  corruptionDose_Gy: number('Dose that goes with one silent corruption of one accelerator.', positive),
  memoryDose_Gy: number('Dose from which memory behaves irregularly.', positive),
  chipDose_Gy: number('Dose up to which no accelerator failed for good.', positive),
} satisfies Rows;

/** Of what its parts weigh, for sizing. */
export const massRows = {
  arrayMass_kgperm2: number('Array with its deployment by gross area.', positive),
  radiatorMass_kgperm2: number('Radiator with tubes and deployment by planform area, dry.', positive),
  batteryEnergy_Jperkg: number('Capacity by mass of the battery with its case and electronics.', positive),
  chipMass_kgperW: number(
    'Accelerators with boards, cold plates and shielding by power to compute.',
    positive,
  ),
  busMass_kg: number('Avionics, attitude, propulsion with propellant, links.', positive),
  structureShare: share('Structure and cables over the sum of all other parts.'),
} satisfies Rows;
