import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { SwitchboardSettings } from '../settings';
import { completeBrowser } from '../testing/browser';
import { unlabelled } from '../testing/labels';
import { options } from '../testing/options';
import { ConfigEditor } from './ConfigEditor';
import type { Options } from './edit';

beforeAll(completeBrowser);

/** Shows the page as Grafana does: what it changes comes back to it. */
function show(settings: SwitchboardSettings = {}, more: Partial<Options> = {}) {
  const seen = { options: { ...options(settings), ...more } };
  function Page() {
    const [current, setCurrent] = useState(seen.options);
    return (
      <ConfigEditor
        options={current}
        onOptionsChange={(changed) => {
          seen.options = changed;
          setCurrent(changed);
        }}
      />
    );
  }
  const { container } = render(<Page />);
  return { seen, container };
}

describe('ConfigEditor', () => {
  it('takes the URL, and the key as a secret', async () => {
    const { seen } = show();
    await userEvent.type(screen.getByLabelText(/^URL/), 'http://a:1');
    await userEvent.type(screen.getByLabelText(/^API key/), 'swb_1');
    expect(seen.options.url).toBe('http://a:1');
    expect(seen.options.secureJsonData).toEqual({ apiKey: 'swb_1' });
    expect(seen.options.jsonData).toEqual({});
  });

  it('forgets a stored key before another is entered', async () => {
    const { seen } = show({}, { secureJsonFields: { apiKey: true } });
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(seen.options.secureJsonFields).toEqual({ apiKey: false });
    await userEvent.type(screen.getByLabelText(/^API key/), 'x');
    expect(seen.options.secureJsonData).toEqual({ apiKey: 'x' });
  });

  it('chooses zone and week start', async () => {
    const { seen } = show();
    await userEvent.type(screen.getByLabelText(/^Time zone/), 'Europe/Mosc');
    await userEvent.click(await screen.findByText('Europe/Moscow'));
    await userEvent.click(screen.getByLabelText(/^Week starts on/));
    await userEvent.click(await screen.findByText('Sunday'));
    expect(seen.options.jsonData).toEqual({ timeZone: 'Europe/Moscow', weekStart: 'sunday' });
  });

  it('takes a timeout in seconds; none means the default', async () => {
    const { seen } = show({ timeout: 5 });
    await userEvent.clear(screen.getByLabelText(/^Timeout/));
    expect(seen.options.jsonData).toEqual({});
    await userEvent.type(screen.getByLabelText(/^Timeout/), '60');
    expect(seen.options.jsonData).toEqual({ timeout: 60 });
  });

  it('takes a certificate where there is an authority of its own', async () => {
    const { seen } = show();
    expect(screen.queryByLabelText(/^CA certificate/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByLabelText(/^Own certificate authority/));
    await userEvent.type(screen.getByLabelText(/^CA certificate/), 'pem');
    await userEvent.click(screen.getByLabelText(/^Skip TLS/));
    expect(seen.options.jsonData).toEqual({ tlsAuthWithCACert: true, tlsSkipVerify: true });
    expect(seen.options.secureJsonData).toEqual({ tlsCACert: 'pem' });
  });

  it('labels every control', () => {
    const { container } = show({ tlsAuthWithCACert: true });
    expect(container.querySelectorAll('input, textarea').length).toBeGreaterThan(6);
    expect(unlabelled(container)).toEqual([]);
  });
});
