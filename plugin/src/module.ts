import { DataSourcePlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { ConfigEditor } from './config/ConfigEditor';
import { SwitchboardDataSource } from './datasource';
import { QueryEditor } from './editor/QueryEditor';
import { QueryHelp } from './editor/QueryHelp';
import manifest from './plugin.json';
import { migrateEditor } from './query/migrateEditor';
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
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(migrateEditor(QueryEditor))
  .setQueryEditorHelp(QueryHelp);
