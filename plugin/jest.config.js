// Times in tests are the same everywhere.
process.env.TZ = 'UTC';
// Grafana initialises i18next itself; here it would print an advertisement.
process.env.I18NEXT_NO_SUPPORT_NOTICE = '1';

const scaffolded = require('./.config/jest.config');
const [transformer] = Object.values(scaffolded.transform);

module.exports = {
  ...scaffolded,
  testTimeout: 60_000,
  // Some of Grafana's dependencies are .mjs only, which the scaffold does not transform.
  transform: { ...scaffolded.transform, '^.+\\.mjs$': transformer },
};
