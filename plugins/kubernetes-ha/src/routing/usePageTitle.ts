/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect } from 'react';

/**
 * The title of the browser's tab and of a bookmark, while this page is shown:
 * what is to be known of it without looking at it. Nothing: as it was.
 * @internal
 */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    if (!title) return undefined;
    const before = document.title;
    document.title = title;
    // The header of the old frontend system writes its own in the next frame.
    const frame = requestAnimationFrame(() => {
      document.title = title;
    });
    return () => {
      cancelAnimationFrame(frame);
      document.title = before;
    };
  }, [title]);
}
