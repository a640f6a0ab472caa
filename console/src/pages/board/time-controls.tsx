import type { Dashboard } from '@switchboard/viz';
import { Button, Group, NativeSelect } from '@mantine/core';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { RangePicker } from './range-picker.js';
import type { BoardControl } from './use-board-state.js';
import { readInterval } from './interval.js';
import { ZonePicker } from './zone-picker.js';

const INTERVALS = ['10s', '30s', '1m', '5m', '15m', '1h'];

/** What stretch of time the board shows, in which zone, and how often it looks again. */
export function TimeControls({ control, reload }: { control: BoardControl; dashboard: Dashboard; reload: () => void }) {
  const { t, formats } = useSpeech();
  const { state, timeZone, change } = control;
  const own = readInterval(state.refresh) > 0 && !INTERVALS.includes(state.refresh) ? [state.refresh] : [];
  return (
    <Group gap="xs">
      <RangePicker range={state.range} timeZone={timeZone} onChange={(range) => change({ range })} />
      <ZonePicker chosen={state.timeZone} onChange={(zone) => change({ timeZone: zone })} />
      <NativeSelect
        size="xs"
        aria-label={t('board.refresh')}
        value={readInterval(state.refresh) === 0 ? '' : state.refresh}
        onChange={({ currentTarget }) => change({ refresh: currentTarget.value })}
        data={[
          { value: '', label: t('board.refreshNever') },
          ...[...own, ...INTERVALS].map((value) => ({ value, label: formats.duration(readInterval(value) / 1000) })),
        ]}
      />
      <Button size="xs" variant="default" onClick={reload}>
        {t('board.reload')}
      </Button>
      <Button size="xs" variant="default" onClick={control.clear}>
        {t('board.clear')}
      </Button>
    </Group>
  );
}
