/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

// The roles of the table are said again: laid out as blocks it loses them in some browsers.
// A part that scrolls must be focusable for the keyboard (axe rule scrollable-region-focusable).
/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/no-noninteractive-tabindex */
import { memo, ReactNode } from 'react';
import { FilterField } from './FilterField';
import { useFiltered } from './useFiltered';
import { useGradually } from './useGradually';
import styles from './DataTable.module.css';

/** A column: its heading and what a row shows in it. */
export interface DataColumn<T> {
  title: string;
  cell: (row: T) => ReactNode;
  numeric?: boolean;
  /** Share of the width in a long table, whose columns cannot follow their content. Default: 1. */
  share?: number;
}

/** A box above a long table that narrows it to the rows with some words. */
export interface DataFilter<T> {
  /** Names the parameter of the page's address that keeps the words. */
  name: string;
  label: string;
  /** What of a row is searched. */
  textOf: (row: T) => string;
}

/** Longer tables scroll in a window of their own, so that what follows stays in reach, and have a filter. */
const SHORT_ROWS = 24;

const Row = memo(DataRow) as typeof DataRow;

/**
 * A dense table of facts. Where its place is narrow each row is a card with the
 * headings before the values. Every row is drawn, however many there are: the
 * browser's own search, screen readers and the printer find all of them. Of
 * those out of sight the browser computes no layout (`content-visibility`).
 * @internal
 */
export function DataTable<T>(props: {
  /** Names the table for screen readers. */
  label: string;
  /** Kept from one drawing to the next where there are many rows. */
  columns: readonly DataColumn<T>[];
  rows: readonly T[];
  keyOf: (row: T, index: number) => string;
  filter?: DataFilter<T>;
}) {
  const { label, columns, rows, keyOf, filter } = props;
  const isLong = rows.length > SHORT_ROWS;
  const filtered = useFiltered(rows, isLong ? filter : undefined);
  const shown = useGradually(filtered);
  const template = isLong
    ? columns.map(({ share = 1 }) => `minmax(0, ${share}fr)`).join(' ')
    : undefined;
  return (
    <div className={styles.frame}>
      {isLong && filter && (
        <FilterField
          name={filter.name}
          label={filter.label}
          shown={filtered.length}
          total={rows.length}
        />
      )}
      {/* A group and no region: a landmark for each table would be too many. */}
      <div
        className={styles.scroll}
        data-long={isLong || undefined}
        role="group"
        aria-label={label}
        tabIndex={0}
      >
        <table
          className={styles.table}
          role="table"
          aria-label={label}
          style={{ '--columns': template } as React.CSSProperties}
        >
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ title, numeric }) => (
                <th
                  key={title}
                  role="columnheader"
                  scope="col"
                  data-numeric={numeric || undefined}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((row, index) => (
              <Row key={keyOf(row, index)} row={row} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function DataRow<T>(props: { row: T; columns: readonly DataColumn<T>[] }) {
  const { row, columns } = props;
  return (
    <tr role="row">
      {columns.map(({ title, cell, numeric }) => (
        <td
          key={title}
          role="cell"
          data-label={title}
          data-numeric={numeric || undefined}
        >
          {cell(row)}
        </td>
      ))}
    </tr>
  );
}
