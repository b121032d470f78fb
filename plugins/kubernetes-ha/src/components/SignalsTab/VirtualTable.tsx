/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { DataColumn } from '../DataTable';
import styles from './SignalsTab.module.css';

/** Height of a row, as the style sheet has it. */
const ROW_REM = 2;

/** The height in pixels with the reader's own font size. */
function rowPixels(): number {
  const { fontSize } = getComputedStyle(document.documentElement);
  return ROW_REM * (Number.parseFloat(fontSize) || 16);
}

/** A table for thousands of rows: only those in sight are drawn. */
export function VirtualTable<T>(props: {
  label: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  keyOf: (row: T, index: number) => string;
}) {
  const { label, columns, rows, keyOf } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: rowPixels,
    overscan: 8,
  });
  return (
    <div
      ref={scroll}
      className={styles.virtual}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      // Focusable, so that the keyboard can scroll it.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div role="rowgroup" className={styles.virtualHead}>
        <div role="row" aria-rowindex={1} className={styles.virtualRow}>
          {columns.map(({ title }) => (
            <span key={title} role="columnheader">
              {title}
            </span>
          ))}
        </div>
      </div>
      <div
        role="rowgroup"
        className={styles.virtualBody}
        style={{ height: virtual.getTotalSize() }}
      >
        {virtual.getVirtualItems().map(({ index, start }) => (
          <div
            key={keyOf(rows[index], index)}
            role="row"
            aria-rowindex={index + 2}
            className={styles.virtualRow}
            style={{ transform: `translateY(${start}px)` }}
          >
            {columns.map(({ title, cell }) => (
              <span key={title} role="cell" className={styles.cell}>
                {cell(rows[index])}
              </span>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
