/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { stripVTControlCharacters } from 'node:util';

/**
 * Text from a cluster as it may stand on a terminal or in XML: whoever names a
 * node or answers a probe must not move the cursor, change colours, or end the
 * document. Escape sequences go; control characters, marks that reverse the
 * direction of writing, and what is no character become the replacement
 * character.
 */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replace(UNPRINTABLE, '\ufffd');
}

// C0, DEL and C1; lone surrogates; marks and controls of direction (Unicode TR 36), line separators; what XML forbids.
const UNPRINTABLE =
  /[\p{Cc}\p{Cs}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]/gu;
