/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  AbsentReason,
  absentReasons,
  UnknownReason,
  unknownReasons,
} from 'backstage-plugin-kubernetes-ha-common';

const known: readonly string[] = [...unknownReasons, ...absentReasons];

/** Whether a word is one of the reasons that this version has a label for. @internal */
export function isReason(word: string): word is UnknownReason | AbsentReason {
  return known.includes(word);
}
