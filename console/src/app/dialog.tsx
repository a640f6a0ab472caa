import { Modal, type ModalProps } from '@mantine/core';
import { useSpeech } from '../i18n/LanguageProvider.js';

/** A dialog that bends no policy (a locked page would be a style of its own) and is no second banner to those who listen. */
export function Dialog(props: ModalProps) {
  const { t } = useSpeech();
  return (
    <Modal
      closeButtonProps={{ 'aria-label': t('close') }}
      lockScroll={false}
      attributes={{ header: { role: 'none' } }}
      {...props}
    />
  );
}
