import { t } from '@grafana/i18n';
import { Stack } from '@grafana/ui';
import React from 'react';
import { ChoiceField } from './ChoiceField';
import { shareChoices, windowChoices } from './choices';
import { applicable } from './applicable';
import { CompareField } from './CompareField';
import { withSettings } from './edit';
import type { FieldsProps } from './fields';
import { FlagField } from './FlagField';
import { numberProblem } from './numbers';
import { shownOptions } from './options';
import { TypedField } from './TypedField';
import { ZoneFields } from './ZoneFields';

const LABEL_WIDTH = 28;
const NONE = 0;
const MOST = 1_000_000_000;

/** What most queries leave as it is. Each field is there only where it means something. */
export function OptionFields(props: FieldsProps) {
  const { query, catalogue, onChange } = props;
  const { refId } = query;
  const shown = shownOptions(query, catalogue);
  const shares = shareChoices().filter(({ value }) => value !== 'bucket' || applicable(query, catalogue).shareOfSteps);
  const set = (change: Partial<typeof query>) => onChange(withSettings(query, change));
  return (
    <Stack direction="row" gap={0.5} wrap="wrap">
      {shown.has('window') && (
        <ChoiceField
          id={`window-${refId}`}
          label={t('editor.window.label', 'Range')}
          labelWidth={LABEL_WIDTH}
          tooltip={t('editor.window.tooltip', 'A range of its own, whatever the dashboard shows')}
          placeholder={t('editor.window.none', 'The dashboard’s')}
          choices={windowChoices()}
          value={query.window}
          custom
          onChange={(window) => set({ window })}
        />
      )}
      {shown.has('compare') && <CompareField {...props} labelWidth={LABEL_WIDTH} />}
      {shown.has('share') && (
        <ChoiceField
          id={`share-${refId}`}
          label={t('editor.share.label', 'Share')}
          labelWidth={LABEL_WIDTH}
          tooltip={t('editor.share.tooltip', 'Percentages of the sum instead of the numbers themselves')}
          placeholder={t('editor.share.none', 'The numbers themselves')}
          choices={shares}
          value={query.share}
          onChange={(share) => set({ share: share === 'total' || share === 'bucket' ? share : undefined })}
        />
      )}
      {shown.has('cumulative') && (
        <FlagField
          id={`cumulative-${refId}`}
          label={t('editor.cumulative.label', 'Cumulative')}
          labelWidth={LABEL_WIDTH}
          tooltip={t('editor.cumulative.tooltip', 'Each step shows everything since the beginning of the range')}
          value={query.cumulative}
          onChange={(cumulative) => set({ cumulative })}
        />
      )}
      {shown.has('withCustomerMessages') && (
        <FlagField
          id={`customer-messages-${refId}`}
          label={t('editor.customer-messages.label', 'Customer wrote')}
          labelWidth={LABEL_WIDTH}
          tooltip={t(
            'editor.customer-messages.tooltip',
            'Only what belongs to dialogues with a message of the customer',
          )}
          value={query.withCustomerMessages}
          onChange={(withCustomerMessages) => set({ withCustomerMessages })}
        />
      )}
      {shown.has('dropOpenBucket') && (
        <FlagField
          id={`open-bucket-${refId}`}
          label={t('editor.open-bucket.label', 'Drop open step')}
          labelWidth={LABEL_WIDTH}
          tooltip={t(
            'editor.open-bucket.tooltip',
            'Leaves out the step that is not over, for alert rules on whole steps',
          )}
          value={query.dropOpenBucket}
          onChange={(dropOpenBucket) => set({ dropOpenBucket })}
        />
      )}
      {shown.has('minDenominator') && (
        <TypedField
          id={`minimum-${refId}`}
          label={t('editor.minimum.label', 'Least denominator')}
          labelWidth={LABEL_WIDTH}
          tooltip={t('editor.minimum.tooltip', 'Ratios over less, and percentiles of fewer records, are empty')}
          placeholder={String(NONE)}
          value={query.minDenominator ? String(query.minDenominator) : ''}
          problem={(typed) => numberProblem(typed, { min: NONE, max: MOST })}
          onChange={(typed) => set({ minDenominator: Number(typed) || undefined })}
        />
      )}
      <ZoneFields {...props} labelWidth={LABEL_WIDTH} />
    </Stack>
  );
}
