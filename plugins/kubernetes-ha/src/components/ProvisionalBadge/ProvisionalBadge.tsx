/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { Chip } from '../Chip';
import { useWording } from '../../hooks/useWording';

/** Says that a grade could be lower than shown. @internal */
export function ProvisionalBadge() {
  const { t } = useWording();
  return <Chip tone="unknown">{t('grade.provisional')}</Chip>;
}
