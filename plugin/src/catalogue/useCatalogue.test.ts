import { renderHook, waitFor } from '@testing-library/react';
import { catalogue } from '../testing/catalogue';
import { sentence, useCatalogue } from './useCatalogue';

describe('useCatalogue', () => {
  it('is empty until the catalogue is there', async () => {
    const source = { catalogue: () => Promise.resolve(catalogue) };
    const { result } = renderHook(() => useCatalogue(source));
    expect(result.current).toMatchObject({ loading: true, catalogue: { metrics: [] } });
    await waitFor(() => expect(result.current).toEqual({ loading: false, catalogue }));
  });

  it('says why there is none', async () => {
    const source = {
      catalogue: () =>
        Promise.reject(Object.assign(new Error('Bad gateway'), { data: { message: 'The service is down.' } })),
    };
    const { result } = renderHook(() => useCatalogue(source));
    await waitFor(() => expect(result.current).toMatchObject({ loading: false, error: 'The service is down.' }));
  });
});

describe('sentence', () => {
  it.each([
    [new Error('No answer.'), 'No answer.'],
    [{ data: { message: 'The key is wrong.' }, message: 'Bad request' }, 'The key is wrong.'],
    [undefined, 'The service could not be asked.'],
    [{ data: null }, 'The service could not be asked.'],
    [{ data: { message: 7 } }, 'The service could not be asked.'],
  ])('%p becomes "%s"', (error, text) => {
    expect(sentence(error)).toBe(text);
  });
});
