import { colours } from '../colours.js';
import type { Section } from '../layout.js';
import { phrases } from '../panels/phrases.js';

export const popular: Section = {
  title: 'Most frequent phrases',
  panels: [
    phrases('Popular user phrases', 'customer', colours.customer),
    phrases('Popular robot phrases', 'bot', colours.automation),
  ],
};
