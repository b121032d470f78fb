/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Progress } from './progress';

function shownOn(isTTY: boolean): string {
  let text = '';
  const progress = new Progress({
    isTTY,
    write: (piece: unknown) => {
      text += String(piece);
      return true;
    },
  });
  progress.show('collection 1 of 2');
  progress.end();
  progress.end();
  return text;
}

it('is a line on a terminal that is gone at the end, and nothing elsewhere', () => {
  expect(shownOn(true)).toBe('\r\u001b[2Kcollection 1 of 2…\r\u001b[2K');
  expect(shownOn(false)).toBe('');
});
