import { NavLink, ScrollArea, Title } from '@mantine/core';
import { follow } from '../../app/router.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import type { Metric } from './catalogue.js';
import type { Subject } from './subject.js';

interface Props {
  groups: readonly { subject: Subject; metrics: Metric[] }[];
  /** The id of the metric that is shown. */
  open: string | undefined;
}

/** The metrics by subject; each leads to its definition. */
export function MetricList({ groups, open }: Props) {
  const { t } = useSpeech();
  return (
    <ScrollArea.Autosize mah="75vh" component="nav" aria-label={t('catalogue.list')} type="auto">
      {groups.map(({ subject, metrics }) => (
        <section key={subject} aria-labelledby={`subject-${subject}`}>
          <Title order={2} size="h6" mt="sm" id={`subject-${subject}`}>
            {t(`subject.${subject}`)}
          </Title>
          {metrics.map(({ id, name }) => (
            <NavLink
              key={id}
              href={`/catalogue?metric=${id}`}
              label={name}
              active={id === open}
              onClick={follow}
              py={4}
              {...(id === open ? { 'aria-current': 'true' as const } : {})}
            />
          ))}
        </section>
      ))}
    </ScrollArea.Autosize>
  );
}
