import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Alert } from '@grafana/ui';
import React from 'react';
import type { SwitchboardDataSource } from '../datasource';
import type { SwitchboardSettings } from '../settings';
import { SCHEMA_VERSION, tooNew } from './migrate';
import { migrateQuery } from './migrateQuery';
import type { SwitchboardQuery } from './model';

type Props = QueryEditorProps<SwitchboardDataSource, SwitchboardQuery, SwitchboardSettings>;

/** The editor with older queries in today's shape; they are saved so once something is changed. A newer one is not touched. */
export function migrateEditor(Editor: React.ComponentType<Props>) {
  return function MigratedEditor(props: Props) {
    if (tooNew(props.query) !== undefined) {
      const title = t('migration.too-new', 'A newer version of the plugin saved this query');
      return (
        <Alert severity="warning" title={title}>
          {t(
            'migration.too-new-about',
            'It is of schema version {{version}}, and this version of the plugin knows them up to {{known}}: update the plugin.',
            { version: props.query.schemaVersion, known: SCHEMA_VERSION },
          )}
        </Alert>
      );
    }
    return <Editor {...props} query={migrateQuery(props.query)} />;
  };
}
