import '@mantine/core/styles.css';
import './app/app.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { ErrorBoundary } from './app/error-boundary.js';
import { pageNonce } from './app/nonce.js';
import { loadFirstPage } from './app/pages.js';
import { SessionProvider } from './app/session.js';
import { Shell } from './app/shell.js';
import { theme, variables } from './app/theme.js';
import { LanguageProvider } from './i18n/LanguageProvider.js';

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no place for the console.');
loadFirstPage(window.location.pathname);
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={variables} defaultColorScheme="auto" getStyleNonce={pageNonce}>
      <LanguageProvider>
        <ErrorBoundary>
          <SessionProvider>
            <Shell />
          </SessionProvider>
        </ErrorBoundary>
      </LanguageProvider>
    </MantineProvider>
  </StrictMode>,
);
