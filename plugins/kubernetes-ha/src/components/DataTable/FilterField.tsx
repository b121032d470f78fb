/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { useEffect, useState } from 'react';
import { SearchField } from '@backstage/ui';
import { useWording } from '../../hooks/useWording';
import { useUrlState } from '../../routing/useUrlState';
import styles from './DataTable.module.css';

/** Narrows a table; what is typed is kept in the page's address. */
export function FilterField(props: {
  name: string;
  label: string;
  shown: number;
  total: number;
}) {
  const { name, label, shown, total } = props;
  const { t } = useWording();
  const url = useUrlState();
  const inUrl = url.get(name) ?? '';
  const [typed, setTyped] = useState(inUrl);
  useEffect(() => setTyped(inUrl), [inUrl]);
  return (
    <div className={styles.filter}>
      <SearchField
        size="small"
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={text => {
          setTyped(text);
          url.set({ [name]: text });
        }}
      />
      <span role="status">
        {shown < total &&
          t('table.filtered', { shown: String(shown), total: String(total) })}
      </span>
    </div>
  );
}
