import type { CoreApp } from '@grafana/data';
import { act, render } from '@testing-library/react';
import userEvent, { PointerEventsCheckLevel } from '@testing-library/user-event';
import React, { useState } from 'react';
import { QueryEditor } from '../editor/QueryEditor';
import type { SwitchboardQuery } from '../query/model';
import { largeCatalogue } from './catalogue';
import { type Resources, resources, testSource } from './source';
import { fakeTemplates } from './templates';

/** Shows the editor as Grafana does: what it changes comes back to it. Returns the last query, how often it ran, and hands. */
export async function showEditor(
  query: SwitchboardQuery,
  answers: Resources = resources(largeCatalogue),
  variables: Parameters<typeof fakeTemplates>[0] = {},
  app?: CoreApp,
) {
  const datasource = testSource(answers, fakeTemplates(variables));
  const seen = { query, runs: 0 };
  function Panel() {
    const [current, setCurrent] = useState(query);
    return (
      <QueryEditor
        datasource={datasource}
        query={current}
        app={app}
        onChange={(changed) => {
          seen.query = changed;
          setCurrent(changed);
        }}
        onRunQuery={() => {
          seen.runs += 1;
        }}
      />
    );
  }
  render(<Panel />);
  await act(async () => {});
  return { seen, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }) };
}
