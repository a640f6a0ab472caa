import { createContext, type ReactNode, use, useEffect, useMemo, useState } from 'react';
import { type Formats, formatsOf } from './formats.js';
import { chooseLanguage, isLanguage, type Language, type Translate, translator } from './texts.js';

const KEPT_AS = 'switchboard.language';

/** What a page needs to speak. */
export interface Speech {
  readonly language: Language;
  /** Changes the language, and keeps it for the next visit. */
  readonly setLanguage: (language: Language) => void;
  readonly t: Translate;
  readonly formats: Formats;
}

const Context = createContext<Speech | undefined>(undefined);

/** The chosen language, else the browser's. A browser that keeps nothing for us is asked anew each time. */
function firstLanguage(): Language {
  const kept = quietly(() => localStorage.getItem(KEPT_AS)) ?? '';
  return isLanguage(kept) ? kept : chooseLanguage(navigator.languages);
}

function quietly<Result>(storage: () => Result): Result | undefined {
  try {
    return storage();
  } catch {
    return undefined;
  }
}

/** Gives everything below it one language, which the document carries too. */
export function LanguageProvider({ children }: { children: ReactNode }) {
  const [language, choose] = useState(firstLanguage);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const speech = useMemo<Speech>(
    () => ({
      language,
      setLanguage: (chosen) => {
        quietly(() => localStorage.setItem(KEPT_AS, chosen));
        choose(chosen);
      },
      t: translator(language),
      formats: formatsOf(language),
    }),
    [language],
  );
  return <Context value={speech}>{children}</Context>;
}

/** The language of the page: `const { t, formats } = useSpeech()`. */
export function useSpeech(): Speech {
  const speech = use(Context);
  if (speech === undefined) throw new Error('There is no LanguageProvider around this.');
  return speech;
}
