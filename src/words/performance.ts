import type { performanceWords } from './en/performance.ts';
import type { Language } from './format.ts';

/** Every text of the performance tool in one language, typed by the English one. */
export type PerformanceWords = typeof performanceWords;

export async function loadPerformanceWords(language: Language): Promise<PerformanceWords> {
  return language === 'ja'
    ? (await import('./ja/performance.ts')).performanceWords
    : (await import('./en/performance.ts')).performanceWords;
}
