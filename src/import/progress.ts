/** Hears how far an import has come; `doneRatio` is 0…1 within a step. Heard often: whoever passes it on paces it. */
export type OnImportProgress = (step: 'reading' | 'parsing', doneRatio: number) => void;
