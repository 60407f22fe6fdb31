import type { UnitValue } from './unit.js';

const KELVIN = { K: 1 };

/** 0 °C is 273.15 K. */
const CELSIUS: UnitValue = { name: '°C', num: 1n, den: 1n, offset: [5463n, 20n], dimension: KELVIN };
/** x °F is (x + 459.67)·5/9 K. */
const FAHRENHEIT: UnitValue = { name: '°F', num: 5n, den: 9n, offset: [45967n, 180n], dimension: KELVIN };

const SCALES: ReadonlyMap<string, UnitValue> = new Map([
  ['c', CELSIUS],
  ['celsius', CELSIUS],
  ['centigrade', CELSIUS],
  ['℃', CELSIUS],
  ['摄氏度', CELSIUS],
  ['f', FAHRENHEIT],
  ['fahrenheit', FAHRENHEIT],
  ['℉', FAHRENHEIT],
  ['华氏度', FAHRENHEIT],
]);

/** `C`, `Celsius`, `F`, `Fahrenheit` as a temperature scale. */
export const temperatureScale = (name: string): UnitValue | null => SCALES.get(name.toLowerCase()) ?? null;
