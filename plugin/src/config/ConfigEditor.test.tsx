import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React, { useState } from 'react';
import type { SwitchboardSettings } from '../settings';
import { config } from '@grafana/runtime';
import { barriers } from '../testing/axe';
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
    await userEvent.type(screen.getByLabelText(/^Server name/), 'inside');
    await userEvent.click(screen.getByLabelText(/^Skip TLS/));
    expect(seen.options.jsonData).toEqual({ tlsAuthWithCACert: true, tlsSkipVerify: true, serverName: 'inside' });
    expect(seen.options.secureJsonData).toEqual({ tlsCACert: 'pem' });
  });

  it('takes a certificate and a key of Grafana’s own', async () => {
    const { seen } = show();
    await userEvent.click(screen.getByLabelText(/^Client certificate/));
    await userEvent.type(screen.getByLabelText(/^Certificate of Grafana/), 'cert');
    await userEvent.type(screen.getByLabelText(/^Private key of Grafana/), 'key');
    expect(seen.options.jsonData).toEqual({ tlsAuth: true });
    expect(seen.options.secureJsonData).toEqual({ tlsClientCert: 'cert', tlsClientKey: 'key' });
  });

  it('forwards the reader’s token and cookies', async () => {
    const { seen } = show();
    await userEvent.click(screen.getByLabelText(/^Forward OAuth identity/));
    await userEvent.type(screen.getByLabelText(/^Allowed cookies/), 'session{Enter}');
    expect(seen.options.jsonData).toEqual({ oauthPassThru: true, keepCookies: ['session'] });
    await userEvent.click(screen.getByLabelText(/^Forward OAuth identity/));
    await userEvent.click(screen.getByRole('button', { name: /session/ }));
    expect(seen.options.jsonData).toEqual({});
  });

  it('goes through the secure socks proxy where Grafana has one', async () => {
    expect(show().container).not.toHaveTextContent('Secure socks proxy');
    config.secureSocksDSProxyEnabled = true;
    const { seen } = show();
    await userEvent.click(screen.getByLabelText(/^Secure socks proxy/));
    config.secureSocksDSProxyEnabled = false;
    expect(seen.options.jsonData).toEqual({ enableSecureSocksProxy: true });
  });

  it('adds a header, and removes it', async () => {
    const { seen } = show();
    await userEvent.click(screen.getByRole('button', { name: 'Add header' }));
    await userEvent.type(screen.getByLabelText('Header'), 'X-Site');
    await userEvent.type(screen.getByLabelText('Value'), 'one');
    expect(seen.options.jsonData).toEqual({ httpHeaderName1: 'X-Site' });
    expect(seen.options.secureJsonData).toEqual({ httpHeaderValue1: 'one' });
    await userEvent.click(screen.getByRole('button', { name: 'Remove this header' }));
    expect(seen.options.jsonData).toEqual({});
    expect(screen.queryByLabelText('Header')).not.toBeInTheDocument();
  });

  it('says that the key is missing', () => {
    show({}, { url: 'http://a:1' });
    expect(screen.getByText(/The key is missing/)).toBeInTheDocument();
  });

  it('changes nothing where a file provisions the data source', () => {
    show({}, { url: 'http://a:1', readOnly: true });
    expect(screen.getByText(/environment variable/)).toBeInTheDocument();
    for (const field of screen.getAllByRole('textbox')) expect(field).toBeDisabled();
    for (const button of screen.getAllByRole('button')) expect(button).toBeDisabled();
  });

  it('has no barriers', async () => {
    const { container } = show(
      { tlsAuthWithCACert: true, tlsAuth: true, timeZone: 'Nowhere', keepCookies: ['session'] },
      { url: 'nonsense', secureJsonFields: { tlsCACert: true } },
    );
    await userEvent.click(screen.getByRole('button', { name: 'Add header' }));
    expect(container.querySelectorAll('input, textarea').length).toBeGreaterThan(14);
    expect(await barriers(container)).toEqual([]);
    // A placeholder is a name to axe, and not to people.
    expect(unlabelled(container)).toEqual([]);
  });
});
