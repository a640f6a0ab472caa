import { LoadingPlaceholder } from '@grafana/ui';
import React, { type ComponentType, lazy, Suspense } from 'react';

/** A part of the page that is loaded when it is first shown: who only looks at a dashboard never loads an editor. */
export function lazily<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  const Part = lazy(async () => {
    const Loaded = await load();
    return { default: ({ given }: { given: Props }) => <Loaded {...given} /> };
  });
  return function Later(props: Props) {
    return (
      <Suspense fallback={<LoadingPlaceholder text="" />}>
        <Part given={props} />
      </Suspense>
    );
  };
}
