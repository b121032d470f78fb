/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import { ranges, useHistoryRange } from './useHistoryRange';

/** Chooses how far back charts go; the choice lives in the address. @internal */
export function RangeToggle() {
  const { t } = useWording();
  const url = useUrlState();
  const range = useHistoryRange();
  return (
    <ToggleButtonGroup
      aria-label={t('history.range')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[range]}
      onSelectionChange={keys => url.set({ range: [...keys].map(String)[0] })}
    >
      {ranges.map(item => (
        <ToggleButton key={item} id={item} size="small">
          {t(`history.${item}`)}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
