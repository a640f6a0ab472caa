import { Code, Group, Stack, Text } from '@mantine/core';
import { useId } from 'react';
import { Copy } from '../copy-button.js';

interface Props {
  label: string;
  text: string;
  /** Of the button that copies it. */
  copyLabel: string;
}

/** A text to be taken elsewhere: all of it to be seen, and a button that copies it. */
export function ToCopy({ label, text, copyLabel }: Props) {
  const id = useId();
  return (
    <Stack gap={4} role="group" aria-labelledby={id}>
      <Text size="sm" fw={500} id={id}>
        {label}
      </Text>
      <Code block style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
        {text}
      </Code>
      <Group>
        <Copy text={text} label={copyLabel} />
      </Group>
    </Stack>
  );
}
