import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { InlineField, Input } from '@grafana/ui';
import React from 'react';
import type { SwitchboardDataSource } from '../datasource';
import type { SwitchboardQuery } from '../query/model';
import type { SwitchboardSettings } from '../settings';

type Props = QueryEditorProps<SwitchboardDataSource, SwitchboardQuery, SwitchboardSettings>;

/** Which annotations are marked: all, or those with a tag. */
export function AnnotationsEditor({ query, onChange }: Props) {
  return (
    <InlineField
      label={t('annotations.tag.label', 'Only with the tag')}
      labelWidth={20}
      tooltip={t('annotations.tag.tooltip', 'Empty shows all; year shows the turns of the year')}
    >
      <Input
        id="annotations-tag"
        width={30}
        placeholder={t('annotations.tag.placeholder', 'All')}
        value={query.tag ?? ''}
        onChange={({ currentTarget }) => onChange({ ...query, tag: currentTarget.value })}
      />
    </InlineField>
  );
}
