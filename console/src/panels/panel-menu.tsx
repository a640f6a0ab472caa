import { type DrawRequest, toCsv } from '@switchboard/viz';
import { ActionIcon, Menu } from '@mantine/core';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { Icon } from './icons.js';

const NO_TABLE = new Set(['table', 'stat']);

interface Props {
  request: DrawRequest | undefined;
  isTable: boolean;
  onTable: () => void;
}

/** What else can be done with a panel. */
export function PanelMenu({ request, isTable, onTable }: Props) {
  const { t } = useSpeech();
  if (request === undefined) return null;
  const { panel } = request;
  const title = panel.title ?? '';
  return (
    <Menu withinPortal position="bottom-end">
      <Menu.Target>
        <ActionIcon size="xs" variant="subtle" color="gray" aria-label={t('panel.menu', { panel: title })}>
          <Icon name="more" />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {!NO_TABLE.has(panel.type) && (
          <Menu.Item onClick={onTable}>{t(isTable ? 'panel.asChart' : 'panel.asTable')}</Menu.Item>
        )}
        <Menu.Item onClick={() => save(`${fileName(title)}.csv`, toCsv(request))}>{t('panel.csv')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** A name that every system takes. */
function fileName(title: string): string {
  return (
    title
      .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
      .replaceAll(/^-|-$/g, '')
      .toLowerCase() || 'panel'
  );
}

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
