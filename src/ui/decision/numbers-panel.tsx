import { useEffect, useState } from 'preact/hooks';
import type { Language } from '~/words/format.ts';
import { type LicensingWords, loadLicensingWords } from '~/words/licensing.ts';
import { NumbersFields } from '../licensing/numbers-fields.tsx';
import { startNumbers } from '../licensing/parts.ts';
import { setLicensing } from '../licensing/set-licensing.ts';
import type { DecisionPanelProps } from './parts.ts';

/** The numbers of the licence tool, for a reader without a fleet. */
export function NumbersPanel({
  words,
  own,
  session,
}: Pick<DecisionPanelProps, 'words' | 'own' | 'session'>) {
  const licensing = useLicensingWords(words.format.language);
  const { numbers } = session.scenario.value.licensing;
  if (licensing === null) return null;
  if (numbers === null) {
    return (
      <button type="button" onClick={() => setLicensing(session, { numbers: startNumbers })}>
        {own.costs.startNumbers}
      </button>
    );
  }
  return (
    <>
      <NumbersFields own={licensing} session={session} numbers={numbers} />
      <button
        type="button"
        data-kind="quiet"
        data-size="small"
        onClick={() => setLicensing(session, { numbers: null })}
      >
        {own.costs.noNumbers}
      </button>
    </>
  );
}

/** The texts of licences are loaded with the first panel that needs them. */
export function useLicensingWords(language: Language): LicensingWords | null {
  const [loaded, setLoaded] = useState<LicensingWords | null>(null);
  useEffect(() => {
    void loadLicensingWords(language).then(setLoaded);
  }, [language]);
  return loaded;
}
