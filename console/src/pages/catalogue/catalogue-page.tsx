import { Grid, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../app/api.js';
import { Failure } from '../../app/failure.js';
import { useSearch } from '../../app/router.js';
import { useTitle } from '../../app/use-title.js';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import { useAnswer } from '../use-answer.js';
import type { Catalogue } from './catalogue.js';
import { Definition } from './definition.js';
import { MetricList } from './metric-list.js';
import { bySubject, findMetrics } from './subject.js';
import { TryIt } from './try-it.js';

/** The metrics that can be asked for, with their definitions; the address says which is open. */
export function CataloguePage() {
  const { t } = useSpeech();
  const { answer, error, reload } = useAnswer((signal) => api.get<Catalogue>('/api/v1/catalogue', { signal }), []);
  useTitle(t('catalogue.title'));
  if (error !== undefined) return <Failure error={error} retry={reload} />;
  return (
    <Stack>
      <Title order={1} size="h2">
        {t('catalogue.title')}
      </Title>
      {answer === undefined ? <Loader role="status" aria-label={t('loading')} /> : <Found catalogue={answer} />}
    </Stack>
  );
}

function Found({ catalogue }: { catalogue: Catalogue }) {
  const { t } = useSpeech();
  const [search, setSearch] = useState('');
  const open = new URLSearchParams(useSearch()).get('metric');
  const metric = catalogue.metrics.find(({ id }) => id === open);
  const found = findMetrics(catalogue.metrics, search);
  return (
    <Grid gap="lg">
      <Grid.Col span={{ base: 12, sm: 5, lg: 4 }}>
        <Stack gap="xs">
          <TextInput
            type="search"
            label={t('catalogue.search')}
            value={search}
            onChange={({ currentTarget: { value } }) => setSearch(value)}
          />
          <Text size="sm" role="status">
            {found.length === 0 ? t('catalogue.none', { search }) : t('catalogue.found', { count: found.length })}
          </Text>
          <MetricList groups={bySubject(found)} open={metric?.id} />
        </Stack>
      </Grid.Col>
      <Grid.Col span={{ base: 12, sm: 7, lg: 8 }}>
        {metric === undefined ? (
          <Text>{t('catalogue.choose')}</Text>
        ) : (
          <Stack component="article" aria-labelledby="metric" key={metric.id}>
            <Definition metric={metric} catalogue={catalogue} />
            <TryIt metric={metric} catalogue={catalogue} />
          </Stack>
        )}
      </Grid.Col>
    </Grid>
  );
}
