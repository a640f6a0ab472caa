const { TestEnvironment } = require('jest-environment-node');

/** @grafana/data is read by Node itself: of what it needs, some is CommonJS and some is not, and Jest reads only one of both. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    globalThis.navigator ??= { language: 'en', languages: ['en'] };
    this.global.grafanaData = require('@grafana/data');
  }
};
