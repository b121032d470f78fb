/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useMemo } from 'react';
import { useUrlState } from '../../routing/useUrlState';
import type { DataFilter } from './DataTable';

/** The rows in which every word of the filter occurs, in any case and order; all without a filter. */
export function useFiltered<T>(
  rows: readonly T[],
  filter: DataFilter<T> | undefined,
): readonly T[] {
  const url = useUrlState();
  const asked = (filter && url.get(filter.name)) ?? '';
  const textOf = filter?.textOf;
  return useMemo(() => {
    const words = asked.toLocaleLowerCase('en').split(/\s+/).filter(Boolean);
    if (!textOf || words.length === 0) return rows;
    return rows.filter(row => {
      const text = textOf(row).toLocaleLowerCase('en');
      return words.every(word => text.includes(word));
    });
  }, [rows, asked, textOf]);
}
