/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { startTransition, useDeferredValue, useEffect, useState } from 'react';
import { usePrinting } from '../../hooks/usePrinting';

/** Rows of the first drawing: more than any window shows. */
const FIRST_ROWS = 100;

/**
 * The first rows at once, the others as soon as the browser has time; the same
 * when they change. Thousands of rows would keep it from answering otherwise.
 */
export function useGradually<T>(rows: readonly T[]): readonly T[] {
  const [isWhole, setWhole] = useState(rows.length <= FIRST_ROWS);
  useEffect(() => startTransition(() => setWhole(true)), []);
  const deferred = useDeferredValue(rows);
  const isPrinting = usePrinting();
  // What is short is never late, and paper waits for nothing.
  if (rows.length <= FIRST_ROWS || isPrinting) return rows;
  return isWhole ? deferred : rows.slice(0, FIRST_ROWS);
}
