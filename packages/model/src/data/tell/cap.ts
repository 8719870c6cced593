import type { Alert } from '../fuse/alert.ts';

/** Who sends, as CAP wants it: unique, and without blanks, commas or angle brackets. */
export interface CapSender {
  readonly sender: string;
  readonly senderName: string;
  /** `Exercise` and `Test` for what must not wake anybody. */
  readonly status: 'Actual' | 'Exercise' | 'Test';
}

/**
 * An alert in the Common Alerting Protocol 1.2 (OASIS, 1 July 2010). The first of an event is an `Alert`, later ones
 * are an `Update` that refers to those before. Severity is left `Unknown`: no sense here measures harm.
 *
 * @param before alerts of the same event that were sent
 */
export function capOf(
  alert: Alert,
  { sender, senderName, status }: CapSender,
  before: readonly Alert[] = [],
): string {
  const { event, at, decidedAt, confidence, senses, lineage } = alert;
  const references = before
    .map((one) => `${sender},${identifierOf(one)},${capTime(one.decidedAt)}`)
    .join(' ');
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<alert xmlns="urn:oasis:names:tc:emergency:cap:1.2">',
    element('identifier', identifierOf(alert)),
    element('sender', sender),
    element('sent', capTime(decidedAt)),
    element('status', status),
    element('msgType', before.length > 0 ? 'Update' : 'Alert'),
    element('scope', 'Public'),
    ...(references === '' ? [] : [element('references', references)]),
    '<info>',
    element('category', 'Geo'),
    element('event', alert.latitude_deg === null ? 'Burst of posts, place not known' : 'Earthquake'),
    element('urgency', 'Immediate'),
    element('severity', 'Unknown'),
    element('certainty', certaintyOf(confidence)),
    element('onset', capTime(at)),
    element('senderName', senderName),
    element('headline', `${event}, told by ${senses.join(' and ')}`),
    element('description', `Probability ${confidence}. Observations: ${lineage.join(' ')}`),
    parameter('confidence', String(confidence)),
    ...areaOf(alert),
    '</info>',
    '</alert>',
  ];
  return `${lines.join('\n')}\n`;
}

/** Words of CAP: likely is more than half, observed is beyond doubt by more than one sense. */
function certaintyOf(confidence: number): string {
  if (confidence >= 0.99) return 'Observed';
  return confidence > 0.5 ? 'Likely' : 'Possible';
}

function areaOf({ latitude_deg, longitude_deg, radius_km }: Alert): string[] {
  if (latitude_deg === null || longitude_deg === null) return [];
  const circle = `${latitude_deg},${longitude_deg} ${radius_km ?? 0}`;
  return [
    '<area>',
    element('areaDesc', `Within ${radius_km} km of ${latitude_deg}, ${longitude_deg}`),
    element('circle', circle),
    '</area>',
  ];
}

const identifierOf = ({ event, decidedAt }: Alert): string =>
  `${event}-${decidedAt.replaceAll(/[-:]/g, '')}`.replaceAll(/[\s,<&]/g, '_');

/** CAP wants an offset in numbers, never `Z`. */
const capTime = (utc: string): string => utc.replace(/Z$/, '-00:00');

const parameter = (name: string, value: string): string =>
  `<parameter><valueName>${name}</valueName><value>${escaped(value)}</value></parameter>`;

const element = (name: string, text: string): string => `<${name}>${escaped(text)}</${name}>`;

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/\p{Cc}/gu, ' ');
