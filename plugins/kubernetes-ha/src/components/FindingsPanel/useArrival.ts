/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useRef } from 'react';

/**
 * Leads to what a link asked for, when the page is opened and when a link on it
 * is followed: once it is there, it is scrolled into view and focused, once.
 * What is opened by hand moves nothing.
 */
export function useArrival(target: string | undefined) {
  const panel = useRef<HTMLDivElement>(null);
  const settled = useRef<string>();
  // After each rendering until the row is there: no dependency says when it is.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  useEffect(() => {
    if (target === settled.current) return;
    if (target === undefined) {
      settled.current = undefined;
      return;
    }
    const row = [
      ...(panel.current?.querySelectorAll<HTMLElement>('[data-check]') ?? []),
    ].find(({ dataset }) => dataset.check === target);
    if (!row) return;
    settled.current = target;
    row.scrollIntoView({ block: 'center' });
    row.focus({ preventScroll: true });
  });
  return {
    panel,
    /** The reader opened or closed something; the address will lead to this one then. */
    settle: (next: string | undefined) => {
      settled.current = next;
    },
  };
}
