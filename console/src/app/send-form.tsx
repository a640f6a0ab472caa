import { Button, Group, Stack } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useAttempt } from './attempt.js';
import { Failure } from './failure.js';

interface Props {
  /** The name of the button that sends. */
  action: string;
  send: () => Promise<void>;
  children: ReactNode;
}

/** Fields with a button that sends them, and the reason above it where that failed. */
export function SendForm({ action, send, children }: Props) {
  const { attempt, busy, error } = useAttempt();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void attempt(send);
  };
  return (
    <Stack component="form" onSubmit={submit}>
      {children}
      {error !== undefined && <Failure error={error} />}
      <Group>
        <Button type="submit" loading={busy}>
          {action}
        </Button>
      </Group>
    </Stack>
  );
}
