/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useCallback, useMemo } from 'react';
// The only place that knows which router the app uses: Backstage 1.55 has no
// hook of its own for query parameters (https://backstage.io/docs/releases/v1.57.0).
import { useSearchParams } from 'react-router-dom';

/** Parameters to change; an empty value removes the parameter. */
type UrlChanges = Record<string, string | readonly string[] | undefined>;

/**
 * State that lives in the query of the page's address, so that a view can be
 * sent to a colleague. Changes replace the history entry.
 * @internal
 */
export function useUrlState() {
  const [params, setParams] = useSearchParams();
  const set = useCallback(
    (changes: UrlChanges) =>
      setParams(current => withChanges(current, changes), { replace: true }),
    [setParams],
  );
  return useMemo(
    () => ({
      get: (name: string) => params.get(name) ?? undefined,
      getAll: (name: string) => params.getAll(name),
      /** All of it, to carry along in a link: `?a=1`, or nothing. */
      search: params.size > 0 ? `?${params}` : '',
      /** The same page with these changes, for a link. */
      href: (changes: UrlChanges) => `?${withChanges(params, changes)}`,
      set,
    }),
    [params, set],
  );
}

function withChanges(
  current: URLSearchParams,
  changes: UrlChanges,
): URLSearchParams {
  const next = new URLSearchParams(current);
  for (const [name, value] of Object.entries(changes)) {
    next.delete(name);
    const values = typeof value === 'string' ? [value] : value ?? [];
    values.filter(Boolean).forEach(item => next.append(name, item));
  }
  return next;
}
