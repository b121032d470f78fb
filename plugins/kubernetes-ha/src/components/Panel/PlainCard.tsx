/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Card, CardBody } from '@backstage/ui';
import styles from './Panel.module.css';

/** A card that never scrolls by itself. @internal */
export function PlainCard({ children }: { children: ReactNode }) {
  return (
    <Card className={styles.panel}>
      <CardBody className={styles.body}>{children}</CardBody>
    </Card>
  );
}
