import { boardLink, boardsByTag, type BoardState, type Dashboard, grafanaUrl, type ValueLink } from '@switchboard/viz';
import { Anchor, Button, Group, Menu } from '@mantine/core';
import { useBoards } from '../../app/boards.js';
import { follow } from '../../app/router.js';
import { useWhoami } from '../../app/session.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';

/** Leads to the board itself with nothing chosen: the Clear button does that. */
const leadsHere = (url: string | undefined, uid: string): boolean => url?.startsWith(`/d/${uid}?`) ?? false;

/** The board's links to its siblings, range and choices carried over, and to itself in Grafana. */
export function BoardLinks({ dashboard, state }: { dashboard: Dashboard; state: BoardState }) {
  const { t } = useSpeech();
  const { grafana } = useWhoami();
  const boards = useBoards() ?? [];
  const context = { range: state.range, values: state.values, adHoc: state.adHoc };
  const links = (dashboard.links ?? []).filter(({ url }) => !leadsHere(url, dashboard.uid));
  return (
    <Group component="nav" aria-label={t('board.links')} gap="xs" mb="sm">
      {links.map((link) => {
        const own = boardLink(link, context);
        if (own !== undefined) return <BoardLink key={link.title} link={own} hint={link.tooltip} />;
        const others = boardsByTag(link, boards, context);
        return link.asDropdown === true ? (
          <Menu key={link.title} position="bottom-start" withinPortal>
            <Menu.Target>
              <Button size="compact-xs" variant="default">
                {link.title}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {others.map(({ title, url }) => (
                <Menu.Item key={url} component="a" href={url} onClick={follow}>
                  {title}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        ) : (
          others.map((other) => <BoardLink key={other.url} link={other} hint={link.tooltip} />)
        );
      })}
      {grafana !== null && (
        <Anchor size="sm" href={grafanaUrl(grafana, dashboard, state)} target="_blank" rel="noreferrer">
          {t('board.openInGrafana')}
        </Anchor>
      )}
    </Group>
  );
}

function BoardLink({ link: { title, url, newTab }, hint }: { link: ValueLink; hint: string | undefined }) {
  return (
    <Anchor
      size="sm"
      href={url}
      onClick={follow}
      title={hint}
      {...(newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
    >
      {title}
    </Anchor>
  );
}
