import { Container } from '@mantine/core';
import { Suspense } from 'react';
import { BoardsProvider } from './boards.js';
import { ErrorBoundary } from './error-boundary.js';
import { Failure } from './failure.js';
import { Frame } from './frame.js';
import { NotFound } from './not-found.js';
import { pages } from './pages.js';
import { usePath } from './router.js';
import { useSession } from './session.js';
import { SignIn } from './sign-in.js';
import { Waiting } from './waiting.js';

/** The whole console: the sign-in page, or the page of the address in the frame of all pages. */
export function Shell() {
  const { state, reload } = useSession();
  if (state.is === 'loading') return <Waiting />;
  if (state.is === 'signed out') return <SignIn />;
  if (state.is === 'failed') {
    return (
      <Container size={520} py={80} component="main">
        <Failure error={state.error} retry={() => void reload()} />
      </Container>
    );
  }
  return (
    <BoardsProvider>
      <Frame>
        <CurrentPage />
      </Frame>
    </BoardsProvider>
  );
}

function CurrentPage() {
  const path = usePath();
  const page = pages.find((one) => one.path.test(path));
  if (page === undefined) return <NotFound />;
  return (
    // A page that failed must not keep the next one from being shown.
    <ErrorBoundary key={path}>
      <Suspense fallback={<Waiting />}>
        <page.Component />
      </Suspense>
    </ErrorBoundary>
  );
}
