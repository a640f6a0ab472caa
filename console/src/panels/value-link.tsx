import type { ValueLink } from '@switchboard/viz';
import { Anchor, Menu } from '@mantine/core';
import type { ReactNode } from 'react';
import { follow } from '../app/router.js';

/** A value that leads somewhere: a link, a menu where there are several, the bare value where there is none. */
export function Linked({
  links,
  children,
  label,
}: {
  links: readonly ValueLink[];
  children: ReactNode;
  label?: string;
}) {
  const [first] = links;
  if (first === undefined) return <>{children}</>;
  if (links.length === 1) {
    return (
      <Anchor
        inherit
        c="inherit"
        href={first.url}
        title={first.title}
        onClick={follow}
        {...(label === undefined ? {} : { 'aria-label': `${label}: ${first.title}` })}
        {...(first.newTab ? { target: '_blank', rel: 'noreferrer' } : {})}
      >
        {children}
      </Anchor>
    );
  }
  return (
    <Menu withinPortal>
      <Menu.Target>
        <button type="button" className="plain-button" {...(label === undefined ? {} : { 'aria-label': label })}>
          {children}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {links.map(({ title, url }) => (
          <Menu.Item key={`${title} ${url}`} component="a" href={url} onClick={follow}>
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
