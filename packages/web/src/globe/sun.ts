const rad = Math.PI / 180;
const j2000_ms = Date.UTC(2000, 0, 1, 12);

/**
 * Declination of the Sun in the middle of a month `YYYY-MM`, after the Astronomical Almanac's low-precision
 * formula (0.01° until 2050).
 */
export function sunDeclination_rad(label: string): number {
  const [year = 2026, month = 1] = label.split('-').map(Number);
  const days = (Date.UTC(year, month - 1, 15, 12) - j2000_ms) / 86_400_000;
  const anomaly = (357.528 + 0.9856003 * days) * rad;
  const longitude =
    (280.46 + 0.9856474 * days + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * rad;
  const obliquity = (23.439 - 4e-7 * days) * rad;
  return Math.asin(Math.sin(obliquity) * Math.sin(longitude));
}
