import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React from 'react';
import type { SwitchboardDataSource } from '../datasource';
import type { SwitchboardSettings } from '../settings';
import { tooNew } from './migrate';
import { migrateQuery } from './migrateQuery';
import type { SwitchboardQuery } from './model';

type Props = QueryEditorProps<SwitchboardDataSource, SwitchboardQuery, SwitchboardSettings>;

/** The editor with older queries in today's shape; they are saved so once something is changed. A newer one is not touched. */
export function migrateEditor(Editor: React.ComponentType<Props>) {
  return function MigratedEditor(props: Props) {
    const refused = tooNew(props.query);
    if (refused !== undefined) {
      const title = t('migration.too-new', 'A newer version of the plugin saved this query');
      return (
        <Alert severity="warning" title={title}>
          {refused}
        </Alert>
      );
    }
    return <Editor {...props} query={migrateQuery(props.query)} />;
  };
}
