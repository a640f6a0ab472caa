import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './config/ConfigEditor';
import { SwitchboardDataSource } from './datasource';
import { QueryEditor } from './editor/QueryEditor';
import { QueryHelp } from './editor/QueryHelp';
import type { SwitchboardQuery } from './query/model';
import type { SwitchboardSecrets, SwitchboardSettings } from './settings';

export const plugin = new DataSourcePlugin<
  SwitchboardDataSource,
  SwitchboardQuery,
  SwitchboardSettings,
  SwitchboardSecrets
>(SwitchboardDataSource)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor)
  .setQueryEditorHelp(QueryHelp);
