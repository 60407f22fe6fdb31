/** What a condition is for a statement: `+` or `-` for sufficient, then for necessary. */
type Necessity = '++' | '+-' | '-+' | '--';

const ENGLISH: ReadonlyMap<string, Necessity> = new Map<string, Necessity>([
  ['necessary sufficient', '++'],
  ['sufficient necessary', '++'],
  ['both necessary sufficient', '++'],
  ['both sufficient necessary', '++'],
  ['sufficient not necessary', '+-'],
  ['sufficient unnecessary', '+-'],
  ['not necessary sufficient', '+-'],
  ['necessary not sufficient', '-+'],
  ['necessary insufficient', '-+'],
  ['not sufficient necessary', '-+'],
  ['neither sufficient nor necessary', '--'],
  ['neither necessary nor sufficient', '--'],
  ['not sufficient not necessary', '--'],
  ['not necessary not sufficient', '--'],
]);

const CHINESE: ReadonlyMap<string, Necessity> = new Map<string, Necessity>([
  ['充要', '++'],
  ['充分必要', '++'],
  ['必要充分', '++'],
  ['充分不必要', '+-'],
  ['必要不充分', '-+'],
  ['不充分不必要', '--'],
  ['不必要不充分', '--'],
]);

/** Words that the four phrases carry besides what they say. */
const SILENT: ReadonlySet<string> = new Set('condition conditions is it but and yet though'.split(' '));

/** "A sufficient but not necessary condition", 充分不必要条件; null for other words. */
export function necessityOf(normal: string): Necessity | null {
  if (normal.length > 80) return null;
  if (normal.includes('充')) {
    const kept = normal.replace(/条件|[的而但且又也既是,， ]/gu, '').replaceAll('非', '不');
    return CHINESE.get(kept) ?? null;
  }
  if (!normal.includes('sufficient')) return null;
  const words = normal.replaceAll(',', ' ').split(' ');
  return ENGLISH.get(words.filter((word) => word !== '' && !SILENT.has(word)).join(' ')) ?? null;
}
