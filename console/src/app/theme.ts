import { createTheme, type CSSVariablesResolver } from '@mantine/core';

/** Darker in the light theme than Mantine's own: white text on it, and it on white, must be readable. */
export const theme = createTheme({
  primaryColor: 'blue',
  primaryShade: { light: 8, dark: 8 },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif',
  cursorType: 'pointer',
  respectReducedMotion: true,
});

/** What is written small and pale must still be readable: 4.5 to 1 on either ground (WCAG 2.2, 1.4.3). */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: { '--mantine-color-dimmed': '#5a6169', '--mantine-color-placeholder': '#5a6169' },
  dark: { '--mantine-color-dimmed': '#a9adb3', '--mantine-color-placeholder': '#a9adb3' },
});
