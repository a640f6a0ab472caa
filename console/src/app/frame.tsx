import { AppShell, Box, Burger, Group, NavLink, ScrollArea, Text } from '@mantine/core';
import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useSpeech } from '../i18n/LanguageProvider.js';
import { useBoards } from './boards.js';
import { pages } from './pages.js';
import { follow, Link, usePath } from './router.js';
import { useWhoami } from './session.js';
import { Settings } from './settings.js';

/** Where the header has no room for the settings; the menu has. */
const NARROW = '(max-width: 36em)';

/** What surrounds every page: whose console it is, the way to the other pages, the settings. */
export function Frame({ children }: { children: ReactNode }) {
  const { t } = useSpeech();
  const whoami = useWhoami();
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const isNarrow = useMediaQuery(NARROW);
  return (
    <AppShell
      header={{ height: 48 }}
      navbar={{ width: 220, breakpoint: 'md', collapsed: { mobile: !isOpen } }}
      padding="sm"
    >
      <a className="skip" href="#content">
        {t('app.skip')}
      </a>
      <AppShell.Header>
        <Group h="100%" px="sm" gap="sm" wrap="nowrap" justify="space-between">
          <Group gap="sm" wrap="nowrap">
            <Burger opened={isOpen} onClick={toggle} hiddenFrom="md" size="sm" aria-label={t('nav.menu')} />
            <Link href="/" className="brand">
              <img src="/favicon.svg" alt="" width={24} height={24} />
              <Text fw={600}>{t('app.name')}</Text>
            </Link>
            {whoami.tenant !== null && (
              <Text c="dimmed" size="sm" data-testid="tenant">
                {whoami.tenant}
              </Text>
            )}
          </Group>
          {!isNarrow && <Settings />}
        </Group>
      </AppShell.Header>
      <AppShell.Navbar aria-label={t('nav.label')} p="xs">
        <ScrollArea onClick={close}>
          <Navigation />
        </ScrollArea>
        {isNarrow && (
          <Box mt="md">
            <Settings />
          </Box>
        )}
      </AppShell.Navbar>
      <AppShell.Main id="content">{children}</AppShell.Main>
    </AppShell>
  );
}

function Navigation() {
  const { t } = useSpeech();
  const { scopes } = useWhoami();
  const path = usePath();
  const boards = useBoards() ?? [];
  const folders = [...new Set(boards.map(({ folder }) => folder))];
  return (
    <>
      {folders.map((folder) => (
        <section key={folder} aria-label={folder}>
          <Text size="xs" fw={600} c="dimmed" tt="uppercase" px="xs" mt="sm" mb={2}>
            {folder}
          </Text>
          {boards
            .filter((board) => board.folder === folder)
            .map(({ uid, title }) => (
              <PageLink key={uid} href={`/d/${uid}`} label={title} isHere={path.startsWith(`/d/${uid}`)} />
            ))}
        </section>
      ))}
      <section aria-label={t('nav.label')}>
        <Text size="xs" fw={600} c="dimmed" tt="uppercase" px="xs" mt="sm" mb={2}>
          {t('nav.label')}
        </Text>
        {pages.map(({ label, href, scope }) =>
          label === undefined || href === undefined || !scopes.includes(scope) ? null : (
            <PageLink key={href} href={href} label={t(label)} isHere={path === href} />
          ),
        )}
      </section>
    </>
  );
}

function PageLink({ href, label, isHere }: { href: string; label: string; isHere: boolean }) {
  return (
    <NavLink
      href={href}
      label={label}
      active={isHere}
      onClick={follow}
      px="xs"
      py={4}
      vars={underPointer}
      {...(isHere ? { 'aria-current': 'page' as const } : {})}
    />
  );
}

/** The letters of the page that one is on must be readable under the pointer too. */
const underPointer = () => ({ root: { '--nl-hover': 'var(--mantine-primary-color-light)' }, children: {} });
