// What a core may not do to a gold; the traits are named in golds.mjs.

/** The sum is the gold itself, by its constant or when rounded. */
export const adds = (traits) => traits.includes('absorbs') || traits.includes('decimal');
/** A further statement may be true as well, or a rounded value of the same. */
export const chains = (traits) => traits.includes('statement') || traits.includes('decimal');
/** A rounded value beside the gold may stand for the same. */
export const roughly = (traits) => chains(traits) || traits.includes('rounds');
/** The union with a part of a region is the region. */
export const unites = (traits) => traits.includes('region');

/** A product with a factor that may be one, or of a gold that is zero, or digits joined to more digits. */
export const multiplies = (traits) =>
  ['zero', 'shifted', 'decimal', 'infinite', 'empty'].some((trait) => traits.includes(trait));

export const either = (a, b) => (traits) => a(traits) || b(traits);
