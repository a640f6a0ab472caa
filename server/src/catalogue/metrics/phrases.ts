import { metricsOf } from '../declare.js';
import { phrase } from '../facts/phrase.js';

export const phraseMetrics = metricsOf(phrase, {
  phrases: {
    name: 'Phrases',
    description:
      'Number of messages of up to 200 characters, told apart by their masked text in one spelling, without payloads of buttons, by sending time; phrases seen less than minCount times are not named.',
    unit: 'locale',
    decimals: 0,
    direction: 'neutral',
    axis: 'sentAt',
    numerator: { measure: 'phrases' },
  },
});
