import { t } from '@grafana/i18n';
import { useEffect, useState } from 'react';
import type { Catalogue } from './catalogue';

/** Whatever can tell the service's catalogue. */
export interface CatalogueSource {
  catalogue(): Promise<Catalogue>;
}

const EMPTY: Catalogue = { metrics: [], dimensions: [], parameters: [], facts: [] };

interface Loaded {
  catalogue: Catalogue;
  loading: boolean;
  /** One sentence; undefined while all is well. */
  error?: string;
}

/** The catalogue for an editor: empty until it is there, and with a sentence where it cannot be had. */
export function useCatalogue(source: CatalogueSource): Loaded {
  const [loaded, setLoaded] = useState<Loaded>({ catalogue: EMPTY, loading: true });
  useEffect(() => {
    let gone = false;
    source.catalogue().then(
      (catalogue) => !gone && setLoaded({ catalogue, loading: false }),
      (error: unknown) => !gone && setLoaded({ catalogue: EMPTY, loading: false, error: sentence(error) }),
    );
    return () => {
      gone = true;
    };
  }, [source]);
  return loaded;
}

/** The backend says what went wrong as {"message": sentence}, which arrives as the data of a failed fetch. */
export function sentence(error: unknown): string {
  const data = inside(error, 'data');
  const said = inside(data, 'message') ?? inside(error, 'message');
  return typeof said === 'string' && said !== '' ? said : t('catalogue.no-answer', 'The service could not be asked.');
}

function inside(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
