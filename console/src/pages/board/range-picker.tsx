import { parseRange, type RawRange, type WeekStart } from '@switchboard/viz';
import { Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useWhoami } from '../../app/session.js';
import { fromWall, toWall } from '../../app/wall-time.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { presets, rangeKey } from './presets.js';
import { rangeText } from './range-text.js';

interface Props {
  range: RawRange;
  timeZone: string;
  onChange: (range: RawRange) => void;
}

/** Chooses the stretch of time: one that moves along, or one from and to in the board's zone. */
export function RangePicker({ range, timeZone, onChange }: Props) {
  const speech = useSpeech();
  const { t } = speech;
  const [isOpen, setOpen] = useState(false);
  const { weekStart } = useWhoami();
  const now = Date.now();
  const text = rangeText(range, timeZone, now, weekStart, speech);
  const choose = (chosen: RawRange): void => {
    setOpen(false);
    onChange(chosen);
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" trapFocus withinPortal>
      <Popover.Target>
        <Button
          size="xs"
          variant="default"
          aria-label={`${t('board.range')}: ${text}`}
          onClick={() => setOpen(!isOpen)}
        >
          {text}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Group align="flex-start" wrap="nowrap">
          <Stack gap={2} role="group" aria-label={t('board.range')}>
            {presets.map((preset) => (
              <Button
                key={rangeKey(preset)}
                size="compact-sm"
                variant={rangeKey(range) === rangeKey(preset) ? 'light' : 'subtle'}
                justify="flex-start"
                onClick={() => choose(preset)}
              >
                {rangeText(preset, timeZone, now, weekStart, speech)}
              </Button>
            ))}
          </Stack>
          <Absolute range={range} timeZone={timeZone} onChange={choose} />
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}

function Absolute({ range, timeZone, onChange }: Props) {
  const { t } = useSpeech();
  const { weekStart } = useWhoami();
  const [wall, setWall] = useState(() => {
    const span = shown(range, timeZone, weekStart);
    return { from: toWall(span.from, timeZone), to: toWall(span.to, timeZone) };
  });
  const [from, to] = [fromWall(wall.from, timeZone), fromWall(wall.to, timeZone)];
  const isRight = from < to;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (isRight) onChange({ from: String(from), to: String(to) });
  }
  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <TextInput
          type="datetime-local"
          label={t('board.from')}
          value={wall.from}
          onChange={({ currentTarget }) => setWall({ ...wall, from: currentTarget.value })}
        />
        <TextInput
          type="datetime-local"
          label={t('board.to')}
          value={wall.to}
          error={isRight ? undefined : t('board.endBeforeStart')}
          onChange={({ currentTarget }) => setWall({ ...wall, to: currentTarget.value })}
        />
        <Text size="xs" c="dimmed">
          {timeZone}
        </Text>
        <Button type="submit" size="xs" disabled={!isRight}>
          {t('board.apply')}
        </Button>
      </Stack>
    </form>
  );
}

/** The range's times; a written range that cannot be read is shown as the last day. */
function shown({ from, to }: RawRange, timeZone: string, weekStart: WeekStart): { from: number; to: number } {
  const now = Date.now();
  try {
    return parseRange(from, to, timeZone, now, weekStart);
  } catch {
    return { from: now - 86_400_000, to: now };
  }
}
