/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { usePrinting } from '../hooks/usePrinting';
import { useUrlState } from './useUrlState';

/**
 * Whether a part of the page is open, kept in its address as `open=<part>`:
 * spread it over an `Accordion`. On paper everything is.
 * @internal
 */
export function useDisclosure(part: string) {
  const url = useUrlState();
  const isPrinting = usePrinting();
  const open = url.getAll('open');
  return {
    isExpanded: isPrinting || open.includes(part),
    onExpandedChange: (isExpanded: boolean) => {
      const others = open.filter(item => item !== part);
      url.set({ open: isExpanded ? [...others, part] : others });
    },
  };
}
