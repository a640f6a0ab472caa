import { Select } from '@mantine/core';
import { useMemo } from 'react';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { browserZone } from './use-board-state.js';

/** Not a zone's name, so that it cannot be one's; the state of a board says '' for it. */
const BROWSER = 'browser';

/** Chooses the zone in which days begin and times are shown. */
export function ZonePicker({ chosen, onChange }: { chosen: string; onChange: (zone: string) => void }) {
  const { t } = useSpeech();
  const { timeZone } = useWhoami();
  const data = useMemo(() => {
    const first = [...new Set([timeZone, 'UTC', ...(chosen === '' ? [] : [chosen])])];
    const others = Intl.supportedValuesOf('timeZone').filter((zone) => !first.includes(zone));
    return [
      { value: BROWSER, label: t('board.browserZone', { zone: browserZone() }) },
      ...[...first, ...others].map((zone) => ({ value: zone, label: zone })),
    ];
  }, [timeZone, chosen, t]);
  return (
    <Select
      size="xs"
      w={190}
      aria-label={t('board.zone')}
      searchable
      allowDeselect={false}
      limit={60}
      data={data}
      value={chosen === '' ? BROWSER : chosen}
      onChange={(zone) => zone !== null && onChange(zone === BROWSER ? '' : zone)}
      nothingFoundMessage={t('board.noZone')}
    />
  );
}
