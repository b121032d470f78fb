/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let isPrinting = false;

function become(printing: boolean) {
  isPrinting = printing;
  listeners.forEach(tell => tell());
}

const begin = () => become(true);
const end = () => become(false);

function subscribe(listener: () => void) {
  if (listeners.size === 0) {
    window.addEventListener('beforeprint', begin);
    window.addEventListener('afterprint', end);
  }
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    window.removeEventListener('beforeprint', begin);
    window.removeEventListener('afterprint', end);
    isPrinting = false;
  };
}

/** Whether the page is being drawn for paper, on which nothing can be opened or scrolled. @internal */
export function usePrinting(): boolean {
  return useSyncExternalStore(subscribe, () => isPrinting);
}
