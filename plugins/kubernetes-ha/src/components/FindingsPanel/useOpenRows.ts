/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { usePrinting } from '../../hooks/usePrinting';
import { useUrlState } from '../../routing/useUrlState';
import { Row, withNested } from './rows';

/**
 * Which rows are open, kept in the address: findings as `finding=<check id>`,
 * what they stand under as `cause=<id of the row>`. A link to a row opens
 * everything that it stands under. On paper all are open.
 */
export function useOpenRows(options: {
  rows: readonly Row[];
  /** Checks whose findings are open. */
  open: readonly string[];
  /** Told when a row is opened or closed by hand, with the check that the address leads to then. */
  onToggle: (target: string | undefined) => void;
}) {
  const { rows, open, onToggle } = options;
  const url = useUrlState();
  const isPrinting = usePrinting();
  const asked = url.getAll('cause');
  const isAsked = (row: Row) =>
    row.kind === 'finding' ? open.includes(row.id) : asked.includes(row.id);
  const isOpenOnScreen = (row: Row) => withNested(row).some(isAsked);
  return {
    isOpen: (row: Row) => isPrinting || isOpenOnScreen(row),
    toggle: (row: Row) => {
      // What a row stands under stays open when it is closed.
      const groups = rows
        .flatMap(withNested)
        .filter(item => item.kind !== 'finding' && isOpenOnScreen(item))
        .map(({ id }) => id);
      const opened = {
        cause: [...new Set([...asked, ...groups])],
        finding: [...open],
      };
      const param = row.kind === 'finding' ? 'finding' : 'cause';
      if (isOpenOnScreen(row)) {
        const closed = new Set(withNested(row).map(({ id }) => id));
        opened.cause = opened.cause.filter(id => !closed.has(id));
        opened.finding = opened.finding.filter(id => !closed.has(id));
      } else {
        opened[param].push(row.id);
      }
      onToggle(opened.finding[0]);
      // What is opened by hand is all that the address says from then on.
      url.set({ ...opened, alert: undefined });
    },
  };
}
