import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { SwitchboardQuery } from '../query/model';
import { asksSomething } from '../query/normalise';
import { testSource } from '../testing/source';
import { annotations } from './annotations';
import { AnnotationsEditor } from './AnnotationsEditor';

const saved = { name: 'Events', enable: true, iconColor: 'blue' };

describe('annotations', () => {
  it('ask for annotations, whatever was saved with them', () => {
    const target: SwitchboardQuery = { refId: 'X', metrics: ['calls'], tag: 'incident' };
    const question = annotations.prepareQuery?.({ ...saved, target });
    expect(question).toEqual({ refId: 'Anno', queryType: 'annotations', tag: 'incident' });
    expect(annotations.prepareQuery?.(saved)).toEqual({ refId: 'Anno', queryType: 'annotations' });
    expect(asksSomething(question)).toBe(true);
  });

  it('are narrowed by a tag', async () => {
    const source = testSource();
    function Edited() {
      const [query, setQuery] = useState<SwitchboardQuery>({ refId: 'Anno' });
      return (
        <>
          <AnnotationsEditor datasource={source} query={query} onChange={setQuery} onRunQuery={() => undefined} />
          <output>{JSON.stringify(query)}</output>
        </>
      );
    }
    render(<Edited />);
    await userEvent.type(screen.getByLabelText('Only with the tag'), 'release');
    expect(screen.getByRole('status').textContent).toBe('{"refId":"Anno","tag":"release"}');
  });
});
