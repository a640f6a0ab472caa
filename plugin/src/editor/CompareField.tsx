import { t } from '@grafana/i18n';
import { Combobox, InlineField } from '@grafana/ui';
import React from 'react';
import { compareChoices, meant, withChosen } from './choices';
import { withSettings } from './edit';
import type { FieldsProps } from './fields';

const DURATION = /^(?!0+\D)\d{1,4}[mhdwMy]$/;

interface Props extends FieldsProps {
  labelWidth: number;
}

/** An earlier range beside this one; a length of time can be typed too. */
export function CompareField({ query, labelWidth, onChange }: Props) {
  const { compare } = query;
  const known = compareChoices();
  const wrong =
    Boolean(compare) &&
    !compare?.includes('$') &&
    !DURATION.test(compare ?? '') &&
    !known.some(({ value }) => value === compare);
  return (
    <InlineField
      label={t('editor.compare.label', 'Compare with')}
      labelWidth={labelWidth}
      tooltip={t(
        'editor.compare.tooltip',
        'The same numbers of an earlier range beside these. A time before can be typed: 7d',
      )}
      invalid={wrong}
      error={t('editor.compare.wrong', 'A number and m, h, d, w, M or y, such as 7d')}
    >
      <Combobox
        id={`compare-${query.refId}`}
        placeholder={t('editor.compare.none', 'Nothing')}
        options={withChosen(known, compare ? [compare] : [])}
        value={compare || null}
        createCustomValue
        isClearable
        width={28}
        onChange={(chosen) =>
          onChange(withSettings(query, { compare: chosen ? meant(known, chosen.value) : undefined }))
        }
      />
    </InlineField>
  );
}
