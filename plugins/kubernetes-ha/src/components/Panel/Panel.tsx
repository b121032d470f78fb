/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { ReactNode, useId } from 'react';
import { Card, CardBody, CardHeader } from '@backstage/ui';
import { useHeadingLevel } from './HeadingLevel';
import styles from './Panel.module.css';

/** A card with a heading that names it for screen readers, and room for controls beside it. @internal */
export function Panel(props: {
  title: string;
  note?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}) {
  const { title, note, actions, children } = props;
  const id = useId();
  const Heading = `h${useHeadingLevel()}` as const;
  return (
    <Card className={styles.panel}>
      <section aria-labelledby={id} className={styles.section}>
        <CardHeader>
          <div className={styles.head}>
            <Heading id={id} className={styles.title}>
              {title}
            </Heading>
            {note && <span className={styles.note}>{note}</span>}
            {actions && <div className={styles.actions}>{actions}</div>}
          </div>
        </CardHeader>
        <CardBody className={styles.body}>{children}</CardBody>
      </section>
    </Card>
  );
}
