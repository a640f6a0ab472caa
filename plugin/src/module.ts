import { DataSourcePlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { SwitchboardDataSource } from './datasource';
import { lazily } from './lazily';
import manifest from './plugin.json';
import type { SwitchboardQuery } from './query/model';
import type { SwitchboardSecrets, SwitchboardSettings } from './settings';

// Grafana itself loads the file of the user's language that plugin.json announces; this ties t() and Trans to it.
await initPluginTranslations(manifest.id);

export const plugin = new DataSourcePlugin<
  SwitchboardDataSource,
  SwitchboardQuery,
  SwitchboardSettings,
  SwitchboardSecrets
>(SwitchboardDataSource)
  .setConfigEditor(lazily(async () => (await import('./config/ConfigEditor')).ConfigEditor))
  .setQueryEditor(lazily(async () => (await import('./editor/QueryEditor')).QueryEditor))
  .setQueryEditorHelp(lazily(async () => (await import('./editor/QueryHelp')).QueryHelp));
