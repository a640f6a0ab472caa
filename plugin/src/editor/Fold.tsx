import { Box, Button, Stack, Text } from '@grafana/ui';
import React, { type ReactNode, useState } from 'react';

interface Props {
  /** Of what unfolds; unique on the page. */
  id: string;
  title: string;
  /** What is inside, in a few words, while it is folded. */
  summary: string;
  children: ReactNode;
}

/** Something that most people need not see: its title with a summary, and on request all of it. */
export function Fold({ id, title, summary, children }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Stack direction="row" gap={0} alignItems="center">
        <Button
          type="button"
          size="sm"
          variant="secondary"
          fill="text"
          icon={open ? 'angle-down' : 'angle-right'}
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {title}
        </Button>
        {!open && (
          <Text color="secondary" variant="bodySmall" truncate>
            {summary}
          </Text>
        )}
      </Stack>
      <div id={id} hidden={!open}>
        {open && (
          <Box paddingLeft={3} paddingTop={0.5}>
            {children}
          </Box>
        )}
      </div>
    </div>
  );
}
