/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

/** Whether a text is valid Unicode: half a surrogate pair, which JSON can carry, cannot be sent back. */
export function isWellFormed(text: string): boolean {
  // `u` reads pairs as one: what is left of the range stands alone.
  return !/[\ud800-\udfff]/u.test(text);
}
