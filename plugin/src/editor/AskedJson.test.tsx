import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import React from 'react';
import { AskedJson } from './AskedJson';

describe('AskedJson', () => {
  it('makes the question only when it is looked at, and copies it', async () => {
    const user = userEvent.setup();
    const body = jest.fn(() => ({ queries: [{ refId: 'A' }] }));
    render(<AskedJson refId="A" body={body} />);
    expect(body).not.toHaveBeenCalled();
    await user.click(screen.getByRole('button', { name: 'JSON' }));
    expect(JSON.parse(screen.getByRole('region').textContent ?? '')).toEqual(body());
    Object.defineProperty(window, 'isSecureContext', { value: true });
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(JSON.parse(await navigator.clipboard.readText())).toEqual(body());
  });
});
