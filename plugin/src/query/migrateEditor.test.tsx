import { act, render, screen } from '@testing-library/react';
import React from 'react';
import type { Props } from '../editor/QueryEditor';
import { barriers } from '../testing/axe';
import { testSource } from '../testing/source';
import { migrateEditor } from './migrateEditor';
import type { SwitchboardQuery } from './model';

const Editor = migrateEditor(({ query }: Props) => <pre>{JSON.stringify(query)}</pre>);

async function show(saved: object) {
  const onChange = jest.fn();
  const query = { refId: 'A', ...saved } as SwitchboardQuery;
  render(<Editor datasource={testSource()} query={query} onChange={onChange} onRunQuery={jest.fn()} />);
  await act(async () => {});
  return onChange;
}

describe('migrateEditor', () => {
  it('shows an older query in the shape of today, and changes nothing by itself', async () => {
    const onChange = await show({ metrics: 'calls' });
    expect(screen.getByText('{"refId":"A","metrics":["calls"],"schemaVersion":1}')).toBeInTheDocument();
    expect(onChange).not.toHaveBeenCalled();
  });

  it('keeps its hands off a newer query', async () => {
    await show({ schemaVersion: 2, metrics: ['calls'] });
    expect(screen.getByRole('alert')).toHaveTextContent(
      'It is of schema version 2, and this version of the plugin knows them up to 1: update the plugin.',
    );
    expect(screen.queryByText(/metrics/)).not.toBeInTheDocument();
    expect(await barriers()).toEqual([]);
  });
});
