import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Dialog } from '../../app/dialog.js';

interface Props<Made> {
  /** The name of the button, and the dialog's title until something is made. */
  label: string;
  titleOf: (made: Made) => string;
  /** What is asked; calls its argument with what was made. */
  form: (onMade: (made: Made) => void) => ReactNode;
  /** What is to be copied of it, this once. */
  shown: (made: Made, close: () => void) => ReactNode;
  onMade: () => void;
  size?: string;
}

/** A button whose dialog asks, makes something, and then shows what was made. */
export function Making<Made>({ label, titleOf, form, shown, onMade, size }: Props<Made>) {
  const [isOpen, setOpen] = useState(false);
  const [made, setMade] = useState<Made>();
  const close = (): void => {
    setOpen(false);
    setMade(undefined);
  };
  const keep = (one: Made): void => {
    setMade(one);
    onMade();
  };
  return (
    <>
      <Button size="xs" onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Dialog
        opened={isOpen}
        onClose={close}
        title={made === undefined ? label : titleOf(made)}
        {...(size !== undefined && { size })}
      >
        {made === undefined ? form(keep) : shown(made, close)}
      </Dialog>
    </>
  );
}
