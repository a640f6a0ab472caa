import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { SwitchboardQuery } from '../query/model';
import { asksSomething } from '../query/normalise';
import { barriers } from '../testing/axe';
import { completeBrowser } from '../testing/browser';
import { unlabelled } from '../testing/labels';
import { testSource } from '../testing/source';
import { annotations } from './annotations';
import { AnnotationsEditor } from './AnnotationsEditor';

beforeAll(completeBrowser);

const saved = { name: 'Events', enable: true, iconColor: 'blue' };

describe('annotations', () => {
  it('ask for annotations, whatever was saved with them', () => {
    const target: SwitchboardQuery = { refId: 'X', metrics: ['calls'], tag: 'incident' };
    const question = annotations.prepareQuery?.({ ...saved, target });
    expect(question).toEqual({ refId: 'Anno', queryType: 'annotations', tag: 'incident' });
    expect(annotations.prepareQuery?.(saved)).toEqual({ refId: 'Anno', queryType: 'annotations' });
    expect(asksSomething(question)).toBe(true);
  });

  it('are narrowed by a usual tag', async () => {
    show({ refId: 'Anno' });
    await userEvent.click(screen.getByLabelText('Only with the tag'));
    await userEvent.click(await screen.findByText('What was changed, and when'));
    expect(screen.getByRole('status').textContent).toBe('{"refId":"Anno","tag":"release"}');
  });

  it('are narrowed by any other tag', async () => {
    show({ refId: 'Anno' });
    await userEvent.type(screen.getByLabelText('Only with the tag'), 'holiday');
    await userEvent.click(await screen.findByText('holiday'));
    expect(screen.getByRole('status').textContent).toBe('{"refId":"Anno","tag":"holiday"}');
  });

  it('have no barriers to those who choose them', async () => {
    const { container } = show({ refId: 'Anno', tag: 'holiday' });
    expect(screen.getByLabelText('Only with the tag')).toHaveValue('holiday');
    expect(await barriers(container)).toEqual([]);
    // A placeholder is a name to axe, and not to people.
    expect(unlabelled(container)).toEqual([]);
  });
});

/** Shows the editor as Grafana does: what it changes comes back to it. */
function show(saved: SwitchboardQuery) {
  const source = testSource();
  function Edited() {
    const [query, setQuery] = useState(saved);
    return (
      <>
        <AnnotationsEditor datasource={source} query={query} onChange={setQuery} onRunQuery={() => undefined} />
        <output>{JSON.stringify(query)}</output>
      </>
    );
  }
  return render(<Edited />);
}
