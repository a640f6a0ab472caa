import type { QueryEditorProps } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Combobox, type ComboboxOption, InlineField } from '@grafana/ui';
import React from 'react';
import type { SwitchboardDataSource } from '../datasource';
import { withChosen } from '../editor/choices';
import { useHandOn } from '../editor/useHandOn';
import { sameQuestion } from '../query/body';
import type { SwitchboardQuery } from '../query/model';
import type { SwitchboardSettings } from '../settings';

type Props = QueryEditorProps<SwitchboardDataSource, SwitchboardQuery, SwitchboardSettings>;

/** Which annotations are marked: all, or those with a tag. */
export function AnnotationsEditor({ query, onChange, onRunQuery }: Props) {
  const change = useHandOn(query, sameQuestion, (changed) => {
    onChange(changed);
    onRunQuery();
  });
  return (
    <InlineField
      label={t('annotations.tag.label', 'Only with the tag')}
      labelWidth={24}
      tooltip={t('annotations.tag.tooltip', 'Any tag that annotations of the service have can be typed')}
    >
      <Combobox
        id="annotations-tag"
        placeholder={t('annotations.tag.placeholder', 'All')}
        options={withChosen(tagChoices(), query.tag ? [query.tag] : [])}
        value={query.tag || null}
        createCustomValue
        isClearable
        width={30}
        onChange={(chosen) => change({ ...query, tag: chosen?.value })}
      />
    </InlineField>
  );
}

/** The tag that the service gives itself, and those that people usually give; tags are what they are in every language. */
function tagChoices(): Array<ComboboxOption<string>> {
  const about = {
    incident: t('annotations.tag.incident', 'What went wrong, and how long'),
    release: t('annotations.tag.release', 'What was changed, and when'),
    year: t('annotations.tag.year', 'Where a year begins'),
  };
  return Object.entries(about).map(([tag, description]) => ({ value: tag, label: tag, description }));
}
