/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { LabelSelector as LabelSelectorInfo } from 'backstage-plugin-kubernetes-ha-common';
import type { LabelSelector } from '../generated/metaV1';

export function projectSelector(
  selector: LabelSelector | undefined,
): LabelSelectorInfo | undefined {
  return (
    selector && {
      matchLabels: selector.matchLabels,
      matchExpressions: selector.matchExpressions?.map(expression => ({
        key: expression.key ?? '',
        operator: expression.operator ?? '',
        values: expression.values,
      })),
    }
  );
}
