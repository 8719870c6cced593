/** Constants of nature and of the Earth as the sky models use them. SI. */

/** Equatorial radius of the Earth, WGS 84. */
export const earthRadius_m = 6_378_137;
/** Gravitational parameter of the Earth, WGS 84 as used with EGM96. */
export const earthMu_m3perS2 = 3.986004418e14;
/** Second zonal harmonic of the Earth's field, EGM96. */
export const earthJ2 = 1.08262668e-3;
/** Stefan–Boltzmann constant, CODATA 2018. */
export const stefanBoltzmann_Wperm2perK4 = 5.670374419e-8;
/** Total solar irradiance at one astronomical unit, Kopp and Lean 2011. */
export const solarConstant_Wperm2 = 1361;
/** Speed of light, by definition of the metre. */
export const lightSpeed_mperS = 299_792_458;
/** Astronomical unit, IAU 2012 resolution B2. */
export const astronomicalUnit_m = 149_597_870_700;
/** Radius of the Sun's photosphere, IAU 1976, as the eclipse references use it. */
export const sunRadius_m = 696_000_000;
/** Mean motion of the mean Sun: 360° in a tropical year of 365.2421897 days. */
export const meanSunRate_radperS = (2 * Math.PI) / (365.2421897 * 86_400);
/** Acceleration by which specific impulse is turned into speed, by definition. */
export const standardGravity_mperS2 = 9.80665;
/** Turning of the Earth against the stars, IERS. */
export const earthRotation_radperS = 7.292115e-5;
/** Flattening of the Earth, WGS 84. */
export const earthFlattening = 1 / 298.257223563;
