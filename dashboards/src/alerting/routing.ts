import type { Yaml } from './yaml.js';

const RECEIVER = 'Switchboard by mail';

/** Whom alerts reach: an example to put an address of one's own into, or another receiver beside. */
export const contactPoints: Yaml = {
  apiVersion: 1,
  contactPoints: [
    {
      orgId: 1,
      name: RECEIVER,
      receivers: [
        {
          uid: 'switchboard-mail',
          type: 'email',
          settings: { addresses: 'operations@switchboard.example', singleEmail: true },
          disableResolveMessage: false,
        },
      ],
    },
  ],
};

/** One mail for each rule, whatever number of groups it speaks of; what is critical is told again every hour. */
export const policies: Yaml = {
  apiVersion: 1,
  policies: [
    {
      orgId: 1,
      receiver: RECEIVER,
      group_by: ['grafana_folder', 'alertname'],
      group_wait: '30s',
      group_interval: '5m',
      repeat_interval: '12h',
      routes: [{ receiver: RECEIVER, object_matchers: [['severity', '=', 'critical']], repeat_interval: '1h' }],
    },
  ],
};
