import { en } from './words.en.ts';
import { ja } from './words.ja.ts';

/** What the components of the licence pages say. */
export type LicencePageWords = typeof en;
export const licencePageWords: Readonly<Record<'en' | 'ja', LicencePageWords>> = { en, ja };
