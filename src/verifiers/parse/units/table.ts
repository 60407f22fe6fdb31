/**
 * Units as data. A row: dimension, exact factor to the coherent SI unit (or the currency's main unit), symbols
 * (case matters), names (case does not; plural `s` is taken off before the lookup). `prefix` says that SI
 * prefixes apply. Sources: SI brochure, 9th edition (2019); international yard and pound agreement (1959);
 * NIST SP 811 for the rest.
 */
export interface UnitRow {
  readonly dimension: string;
  readonly factor: string;
  readonly symbols: string;
  readonly names: string;
  readonly prefix?: boolean;
}

const row = (dimension: string, factor: string, symbols: string, names: string, prefix = false): UnitRow => ({
  dimension,
  factor,
  symbols,
  names,
  prefix,
});

/** SI base and derived units, and those accepted for use with them. */
const SI_ROWS: readonly UnitRow[] = [
  row('m', '1', 'm', 'meter metre mètre metro 米 公尺', true),
  row('m', '1000', '', '千米 公里 kilo', false),
  row('m', '1/10', '', '分米 公寸'),
  row('m', '1/100', '㎝', '厘米 公分'),
  row('m', '1/1000', '㎜', '毫米'),
  row('m', '1/1000000', '', 'micron 微米'),
  row('m', '1/1000000000', '', '纳米'),
  row('m', '1/10000000000', 'Å', 'angstrom ångström ångstrom'),
  row('kg', '1/1000', 'g gm', 'gram gramme gm 克 公克', true),
  row('kg', '1', '', 'kilo kgs 千克 公斤'),
  row('kg', '1/2', '', '斤'),
  row('kg', '1/1000000', '', '毫克'),
  row('kg', '1000', 't', 'tonne 吨 metricton'),
  row('kg', '166053906660/100000000000000000000000000000000000000', 'u amu Da', 'dalton', true),
  row('s', '1', 's', 'second sec segundo seconde 秒 秒钟', true),
  row('s', '60', 'min', 'minute min minuto 分钟 分'),
  row('s', '3600', 'h hr', 'hour hr hora heure 小时 个小时 钟头 时'),
  row('s', '86400', 'd', 'day día jour 天 日'),
  row('s', '604800', 'wk', 'week wk 周 星期 个星期 礼拜'),
  row('s', '1209600', '', 'fortnight'),
  row('month', '1', 'mo', 'month 个月'),
  row('month', '12', 'yr y', 'year yr año 年 岁'),
  row('month', '120', '', 'decade'),
  row('month', '1200', '', 'century 世纪'),
  row('A', '1', 'A', 'ampere amp 安培 安', true),
  row('K', '1', 'K', 'kelvin 开尔文', true),
  row('mol', '1', 'mol', 'mole mol 摩尔', true),
  row('cd', '1', 'cd', 'candela', true),
  row('rad', '1', 'rad', 'radian rad 弧度', true),
  row('sr', '1', 'sr', 'steradian'),
  row('dB', '1', 'dB', 'decibel 分贝'),
  row('s^-1', '1', 'Hz', 'hertz 赫兹 赫', true),
  row('kg m s^-2', '1', 'N', 'newton 牛顿 牛', true),
  row('kg m^-1 s^-2', '1', 'Pa', 'pascal 帕斯卡 帕', true),
  row('kg m^2 s^-2', '1', 'J', 'joule 焦耳 焦', true),
  row('kg m^2 s^-3', '1', 'W', 'watt 瓦特 瓦', true),
  row('kg m^2 s^-3', '1000', '', '千瓦'),
  row('kg m^2 s^-2', '3600000', '', '千瓦时 度电'),
  row('s A', '1', 'C', 'coulomb 库仑', true),
  row('kg m^2 s^-3 A^-1', '1', 'V', 'volt 伏特 伏', true),
  row('kg m^2 s^-3 A^-2', '1', 'Ω ohm Ohm', 'ohm 欧姆 欧', true),
  row('kg^-1 m^-2 s^3 A^2', '1', '℧', 'siemens mho', true),
  row('kg^-1 m^-2 s^4 A^2', '1', 'F', 'farad 法拉', true),
  row('kg m^2 s^-2 A^-2', '1', 'H', 'henry 亨利', true),
  row('kg s^-2 A^-1', '1', 'T', 'tesla 特斯拉', true),
  row('kg s^-2 A^-1', '1/10000', 'G', 'gauss', true),
  row('kg m^2 s^-2 A^-1', '1', 'Wb', 'weber', true),
  row('cd sr', '1', 'lm', 'lumen'),
  row('cd sr m^-2', '1', 'lx', 'lux'),
  row('s^-1', '1', 'Bq', 'becquerel', true),
  row('m^2 s^-2', '1', 'Gy Sv', 'gray sievert', true),
  row('m^3', '1/1000', 'L l ℓ', 'liter litre litro 升 公升', true),
  row('m^3', '1/1000000', 'cc', '毫升'),
  row('m^2', '10000', 'ha', 'hectare 公顷'),
  row('m^2', '2000/3', '', '亩'),
  row('m^2', '1', '㎡', '平方米 平米'),
  row('m^2', '1/10000', '', '平方厘米'),
  row('m^2', '1/100', '', '平方分米'),
  row('m^2', '1000000', '', '平方千米 平方公里'),
  row('m^3', '1', '', '立方米'),
  row('m^3', '1/1000000', '', '立方厘米'),
  row('m^3', '1/1000', '', '立方分米'),
  row('m s^-1', '1', '', '米每秒'),
  row('m s^-1', '5/18', 'kph kmh kmph', '千米每小时'),
  row('mol m^-3', '1000', 'M', 'molar', true),
];

/** Imperial, US customary and other units in use. */
const OTHER_ROWS: readonly UnitRow[] = [
  row('m', '127/5000', 'in', 'inch inche in 英寸'),
  row('m', '381/1250', 'ft', 'foot feet ft 英尺'),
  row('m', '1143/1250', 'yd', 'yard yd 码'),
  row('m', '201168/125', 'mi', 'mile mi 英里'),
  row('m', '1852', 'nmi', 'nauticalmile 海里'),
  row('m', '1143/6250', 'ftm', 'fathom'),
  row('m', '25146/125', '', 'furlong'),
  row('m', '9460730472580800', 'ly', 'lightyear 光年'),
  row('m', '149597870700', 'AU au', 'astronomicalunit'),
  row('m', '30856775814913673', 'pc', 'parsec', true),
  row('kg', '45359237/100000000', 'lb lbm', 'pound lb 磅'),
  row('kg', '45359237/1600000000', 'oz', 'ounce oz 盎司'),
  row('kg', '45359237/50000', '', 'ton'),
  row('kg', '317514659/50000000', 'st', 'stone'),
  row('kg', '1/5000', 'ct', 'carat'),
  row('m^3', '473176473/125000000000', 'gal', 'gallon gal 加仑'),
  row('m^3', '473176473/500000000000', 'qt', 'quart qt'),
  row('m^3', '473176473/1000000000000', 'pt', 'pint'),
  row('m^3', '473176473/2000000000000', '', 'cup'),
  row('m^3', '473176473/16000000000000', 'floz', 'fluidounce'),
  row('m^3', '473176473/32000000000000', 'tbsp', 'tablespoon'),
  row('m^3', '157725491/32000000000000', 'tsp', 'teaspoon'),
  row('m^2', '316160658/78125', '', 'acre 英亩'),
  row('m s^-1', '1397/3125', 'mph', 'mph'),
  row('m s^-1', '381/1250', 'fps', 'fps'),
  row('m^-2', '201168000000000/473176473', 'mpg', 'mpg'),
  row('m s^-1', '463/900', 'kn kt', 'knot 节'),
  row('kg m s^-2', '8896443230521/2000000000000', 'lbf', 'poundforce'),
  row('kg m s^-2', '1/100000', 'dyn', 'dyne'),
  row('kg m^-1 s^-2', '101325', 'atm', 'atmosphere atm 大气压'),
  row('kg m^-1 s^-2', '100000', 'bar', 'bar', true),
  row('kg m^-1 s^-2', '20265/152', 'Torr torr', ''),
  row('kg m^-1 s^-2', '133322387415/1000000000', 'mmHg', ''),
  row('kg m^-1 s^-2', '8896443230521/1290320000', 'psi', 'psi'),
  row('kg m^2 s^-2', '523/125', 'cal', 'calorie cal 卡路里 卡', true),
  row('kg m^2 s^-2', '4184', 'Cal', '大卡 千卡'),
  row('kg m^2 s^-2', '1/10000000', 'erg', 'erg'),
  row('kg m^2 s^-2', '1602176634/10000000000000000000000000000', 'eV', 'electronvolt', true),
  row('kg m^2 s^-2', '52752792631/50000000', 'BTU Btu', 'btu'),
  row('kg m^2 s^-3', '37284993579113511/50000000000000', 'hp', 'horsepower'),
  row('bit', '1', 'bit', 'bit', true),
  row('bit', '8', 'B', 'byte 字节', true),
  row('rev', '1', 'rev', 'revolution rev 转'),
  row('rev s^-1', '1/60', 'rpm', 'rpm'),
  row('unit', '1', '', 'squareunit'),
];

/** Currencies: the base is the main unit of each. No rate connects two of them. */
const MONEY_ROWS: readonly UnitRow[] = [
  row('USD', '1', 'USD', 'dollar usd buck 美元'),
  row('USD', '1/100', '¢', 'cent 美分'),
  row('EUR', '1', '€ EUR', 'euro eur 欧元'),
  row('GBP', '1', '£ GBP', 'gbp 英镑'),
  row('GBP', '1/100', '', 'pence penny'),
  row('CNY', '1', 'CNY RMB', 'yuan rmb 元 块 人民币 元钱 块钱'),
  row('CNY', '1/10', '', '角 毛'),
  row('JPY', '1', 'JPY', 'yen 日元 円'),
  row('INR', '1', '₹ INR Rs', 'rupee inr'),
  row('RUB', '1', '₽', 'ruble rouble 卢布'),
  row('KRW', '1', '₩', 'won'),
  row('BRL', '1', 'BRL', 'reais'),
  row('peso', '1', '', 'peso'),
  row('franc', '1', '', 'franc'),
  row('crown', '1', '', 'crown koruna krona'),
  row('CAD', '1', 'CAD', ''),
  row('AUD', '1', 'AUD', ''),
];

/** Every unit row. */
export const UNIT_ROWS: readonly UnitRow[] = [...SI_ROWS, ...OTHER_ROWS, ...MONEY_ROWS];

/** SI prefixes by symbol → power of ten. */
export const PREFIX_SYMBOLS: ReadonlyMap<string, number> = new Map([
  ['T', 12],
  ['G', 9],
  ['M', 6],
  ['k', 3],
  ['h', 2],
  ['d', -1],
  ['c', -2],
  ['m', -3],
  ['u', -6],
  ['µ', -6],
  ['μ', -6],
  ['n', -9],
  ['p', -12],
  ['f', -15],
]);

/** SI prefixes by name → power of ten. */
export const PREFIX_NAMES: ReadonlyMap<string, number> = new Map([
  ['tera', 12],
  ['giga', 9],
  ['mega', 6],
  ['kilo', 3],
  ['hecto', 2],
  ['deca', 1],
  ['deka', 1],
  ['deci', -1],
  ['centi', -2],
  ['milli', -3],
  ['micro', -6],
  ['nano', -9],
  ['pico', -12],
  ['femto', -15],
]);

/** Words that count without naming anything: `5 units` is `5`. */
export const COUNTERS: ReadonlySet<string> = new Set(
  (
    'unit way item thing time piece object element value solution possibility possible 个 種 种 次 人 名 只 条 张 本 位 件 颗 ' +
    '棵 支 辆 台 头 套 双 对 组 个人 页 朵 杯 瓶 箱 袋 包 份 枚 根 间 座 家 盒 步 项 组 道 题 ' +
    'different distinct'
  ).split(' '),
);
