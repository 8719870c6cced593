import type { LaunchLog, RecordedLaunch } from './log.ts';
import { alsoAside, type SetAside } from './rows.ts';

/** The log as it stood at the end of a day. */
export function logUntil(log: LaunchLog, until: number): LaunchLog {
  const kept = keep(log, (launch) => launch.day <= until, 'after-until');
  return { ...kept, groundLosses: log.groundLosses.filter((loss) => loss.day <= until) };
}

/** The launches that a test holds for; the others are set aside for a reason. */
export function keep(log: LaunchLog, test: (launch: RecordedLaunch) => boolean, reason: SetAside): LaunchLog {
  const launches = log.launches.filter(test);
  return { ...log, launches, rows: alsoAside(log.rows, reason, log.launches.length - launches.length) };
}
