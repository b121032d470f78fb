/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// A region that scrolls must be focusable for the keyboard (axe rule scrollable-region-focusable).
/* eslint-disable jsx-a11y/no-noninteractive-tabindex */
import type { ReactNode } from 'react';
import styles from './DataTable.module.css';

/** A column: its heading and what a row shows in it. */
export interface DataColumn<T> {
  title: string;
  cell: (row: T) => ReactNode;
  numeric?: boolean;
}

/**
 * A small, dense table of facts; it scrolls sideways by itself when the screen
 * is narrower than its content.
 * @internal
 */
export function DataTable<T>(props: {
  /** Names the table for screen readers. */
  label: string;
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  keyOf: (row: T, index: number) => string;
}) {
  const { label, columns, rows, keyOf } = props;
  return (
    // Focusable, so that the keyboard can scroll it (axe rule scrollable-region-focusable).
    <div
      className={styles.scroll}
      role="region"
      aria-label={label}
      tabIndex={0}
    >
      <table className={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ title, numeric }) => (
              <th key={title} scope="col" data-numeric={numeric || undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={keyOf(row, index)}>
              {columns.map(({ title, cell, numeric }) => (
                <td key={title} data-numeric={numeric || undefined}>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
