import { Badge, Code, Group, List, Table, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useSpeech } from '../../i18n/LanguageProvider.js';
import type { Catalogue, Metric, Parameter } from './catalogue.js';

/** What a metric is: its definition, how it may be added up, what it can be asked by. */
export function Definition({ metric, catalogue }: { metric: Metric; catalogue: Catalogue }) {
  const { t } = useSpeech();
  const dimensions = catalogue.dimensions.filter(({ id }) => metric.dimensions.includes(id));
  const parameters = catalogue.parameters.filter(({ id }) => metric.parameters.includes(id));
  return (
    <>
      <Title order={2} size="h3" id="metric">
        {metric.name}
      </Title>
      <Text>{metric.description}</Text>
      <Table variant="vertical" layout="fixed" withTableBorder>
        <Table.Tbody>
          <Row name={t('catalogue.id')}>
            <Code>{metric.id}</Code>
          </Row>
          <Row name={t('catalogue.unit')}>{t(`unit.${metric.unit}`)}</Row>
          <Row name={t('catalogue.direction')}>{t(`direction.${metric.direction}`)}</Row>
          <Row name={t('catalogue.additivity')}>{t(`additivity.${metric.additivity}`)}</Row>
          <Row name={t('catalogue.aggregation')}>{t(`aggregation.${metric.aggregation}`)}</Row>
          <Row name={t('catalogue.timeAxis')}>
            {metric.timeAxis === null ? t('catalogue.now') : <Code>{metric.timeAxis}</Code>}
          </Row>
          <Row name={t('catalogue.parameters')}>
            {parameters.length === 0 ? t('catalogue.noParameters') : <Parameters of={metric} parameters={parameters} />}
          </Row>
          <Row name={t('catalogue.dimensions')}>
            <Group gap={4}>
              {dimensions.map(({ id, label, description }) => (
                <Badge key={id} variant="default" tt="none" fw={400} {...(description && { title: description })}>
                  {label}
                </Badge>
              ))}
            </Group>
          </Row>
        </Table.Tbody>
      </Table>
    </>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <Table.Tr>
      <Table.Th scope="row" w={180}>
        {name}
      </Table.Th>
      <Table.Td>{children}</Table.Td>
    </Table.Tr>
  );
}

function Parameters({ of: { defaults }, parameters }: { of: Metric; parameters: readonly Parameter[] }) {
  const { t } = useSpeech();
  return (
    <List size="sm">
      {parameters.map(({ id, description, bounds }) => (
        <List.Item key={id}>
          <Code>{id}</Code>: {description} ({bounds}; {t('catalogue.default', { value: defaults[id] ?? '' })})
        </List.Item>
      ))}
    </List>
  );
}
