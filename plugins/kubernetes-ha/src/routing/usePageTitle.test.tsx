/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { renderHook } from '@testing-library/react';
import { usePageTitle } from './usePageTitle';

it('is the title while the page is shown, follows its data, and goes with it', () => {
  document.title = 'Kubernetes HA';
  const { rerender, unmount } = renderHook(
    (title: string | undefined) => usePageTitle(title),
    { initialProps: undefined as string | undefined },
  );
  expect(document.title).toBe('Kubernetes HA');
  rerender('D 55 · prod-eu – Kubernetes HA');
  expect(document.title).toBe('D 55 · prod-eu – Kubernetes HA');
  rerender('B 85 · prod-eu – Kubernetes HA');
  expect(document.title).toBe('B 85 · prod-eu – Kubernetes HA');
  unmount();
  expect(document.title).toBe('Kubernetes HA');
});

it('is written again after the header of the old frontend system has written its own', async () => {
  renderHook(() => usePageTitle('C 70 · stage – Kubernetes HA'));
  document.title = 'Kubernetes HA | Backstage';
  await new Promise(resolve => requestAnimationFrame(resolve));
  expect(document.title).toBe('C 70 · stage – Kubernetes HA');
});
