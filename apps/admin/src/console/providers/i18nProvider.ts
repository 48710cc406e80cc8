import polyglotI18nProvider from 'ra-i18n-polyglot';
import { en } from '../messages/en.ts';

/** English so far. The next language is a catalogue of type `Messages`: a key it lacks does not compile. */
export const i18nProvider = polyglotI18nProvider(() => en, 'en', [{ locale: 'en', name: 'English' }]);
