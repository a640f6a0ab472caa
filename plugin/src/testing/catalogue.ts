import type { Catalogue } from '../catalogue/catalogue';

/** A small catalogue as the service tells it. */
export const catalogue: Catalogue = {
  metrics: [
    { id: 'calls', name: 'Calls', description: 'Calls by start time', unit: 'locale', dimensions: ['status', 'queue'] },
    {
      id: 'dialogues',
      name: 'Dialogues',
      description: 'Dialogues by start time',
      unit: 'locale',
      dimensions: ['channel', 'queue'],
    },
  ],
  dimensions: [
    { id: 'channel', label: 'Channel', description: 'Where it was written' },
    { id: 'status', label: 'Status', description: '' },
    { id: 'queue', label: 'Queue', description: '' },
  ],
};
