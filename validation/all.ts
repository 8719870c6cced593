import type { Case } from './case.ts';
import { campaignCases } from './cases/campaign.ts';
import { capitalCases } from './cases/capital.ts';
import { computeCases } from './cases/compute.ts';
import { dataFusionCases } from './cases/data-fusion.ts';
import { keptPostCases } from './cases/data-posts.ts';
import { keptSensorCases } from './cases/data-sensors.ts';
import { debrisCases } from './cases/debris.ts';
import { energyCases } from './cases/energy.ts';
import { frozenCases } from './cases/frozen.ts';
import { keptLaunchRecordCases } from './cases/launch-record.ts';
import { networkCases } from './cases/network.ts';
import { networkLinkCases } from './cases/network-links.ts';
import { flownRadiatorCases, radiatorCases } from './cases/radiators.ts';
import { skyCases } from './cases/sky.ts';
import { transportCases } from './cases/transport.ts';

/** Every case, room by room. */
export const allCases: readonly Case[] = [
  ...skyCases,
  ...radiatorCases,
  ...energyCases,
  ...flownRadiatorCases,
  ...transportCases,
  ...campaignCases,
  ...debrisCases,
  ...keptLaunchRecordCases,
  ...networkCases,
  ...networkLinkCases,
  ...computeCases,
  ...keptPostCases,
  ...keptSensorCases,
  ...dataFusionCases,
  ...capitalCases,
  ...frozenCases,
];
