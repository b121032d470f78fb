/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useState } from 'react';
import type { Polled } from './usePolled';

/**
 * The last answer, kept on screen while the first answer to another question
 * is on its way (`isPrevious`): a page is turned without a blank in between.
 * Only for questions to which the old answer is not wrong, such as pages of a list.
 * @internal
 */
export function useKept<T>(
  polled: Polled<T>,
): Polled<T> & { isPrevious: boolean } {
  const [kept, setKept] = useState(polled);
  useEffect(() => {
    if (polled.value !== undefined && polled.value !== kept.value) {
      setKept(polled);
    }
  }, [polled, kept]);
  return polled.loading && kept.value !== undefined
    ? { ...kept, isPrevious: true }
    : { ...polled, isPrevious: false };
}
