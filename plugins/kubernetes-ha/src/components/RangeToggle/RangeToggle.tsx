/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import type { HistoryRange } from '../../hooks/historyRanges';
import { useWording } from '../../hooks/useWording';
import { useMoment } from '../../routing/useMoment';
import { useUrlState } from '../../routing/useUrlState';
import {
  ranges,
  reachesBackTo,
  useTimeWindow,
} from '../../routing/useTimeWindow';

/** Chooses how far back charts go; the choice lives in the address. A fixed time is shown, and left by choosing a range. @internal */
export function RangeToggle() {
  const { t, dateTime } = useWording();
  const url = useUrlState();
  const { key, fixed } = useTimeWindow();
  const atMs = useMoment();
  const choose = (range: HistoryRange | undefined) => {
    const isLeft =
      range && atMs !== undefined && !reachesBackTo(range, atMs, Date.now());
    url.set({
      range,
      from: undefined,
      to: undefined,
      // A moment that is not in the range is left with it.
      ...(isLeft && { at: undefined }),
    });
  };
  return (
    <>
      {fixed && (
        <span>
          {dateTime(fixed.from)} – {dateTime(fixed.to)}
        </span>
      )}
      <ToggleButtonGroup
        aria-label={t('history.range')}
        selectionMode="single"
        disallowEmptySelection={!fixed}
        selectedKeys={fixed ? [] : [key]}
        onSelectionChange={keys => choose(ranges.find(item => keys.has(item)))}
      >
        {ranges.map(item => (
          <ToggleButton key={item} id={item} size="small">
            {t(`history.${item}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </>
  );
}
