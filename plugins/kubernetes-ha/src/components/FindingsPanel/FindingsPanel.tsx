/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Button } from '@backstage/ui';
import {
  Cause,
  Finding,
  Fix,
  LinkTemplate,
  layers,
  severities,
  Verdict,
  verdicts,
} from 'backstage-plugin-kubernetes-ha-common';
import { useChecks } from '../../hooks/useChecks';
import { useWording } from '../../hooks/useWording';
import { findingLinks } from '../../routing/findingLinks';
import { useUrlState } from '../../routing/useUrlState';
import { CauseRow } from './CauseRow';
import { FindingRow } from './FindingRow';
import { LinkNotices } from './LinkNotices';
import { ReasonRow } from './ReasonRow';
import { RestRow } from './RestRow';
import { Row, rowsOf } from './rows';
import { useArrival } from './useArrival';
import { useOpenRows } from './useOpenRows';
import styles from './FindingsPanel.module.css';

const statusOrder = ['fail', 'warn', 'unknown'] as const;

/** Findings of an earlier version say only what is unknown. */
function verdictOf({ status, result }: Finding): Verdict {
  return result.verdict ?? (status === 'unknown' ? 'not-visible' : 'weak');
}

/** What is unknown stands where it was when it was last seen. */
function byUrgency(a: Finding, b: Finding): number {
  const rank = ({ status, result }: Finding) =>
    statusOrder.indexOf(
      status === 'unknown' ? result.lastSeen?.status ?? status : status,
    );
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    rank(a) - rank(b)
  );
}

/** Open findings: what is broken now, what is weak, what is not visible; in each the most severe first, failures before warnings. @internal */
export function FindingsPanel(props: {
  /** Name of the cluster. */
  cluster: string;
  findings: readonly Finding[];
  /** Of the newest scorecard, which may be of another moment. */
  causes?: readonly Cause[];
  fixes?: readonly Fix[];
  /** Configured links out of the portal. */
  links?: readonly LinkTemplate[];
}) {
  const { causes, fixes = [] } = props;
  const { t } = useWording();
  const url = useUrlState();
  const checks = useChecks();
  const layer = layers.find(item => item === url.get('layer'));
  const shown = props.findings.filter(
    finding => layer === undefined || finding.layer === layer,
  );
  const links = findingLinks(
    { findings: url.getAll('finding'), alerts: url.getAll('alert') },
    new Set(props.findings.map(({ checkId }) => checkId)),
  );
  const arrival = useArrival(links.target);
  const of = (verdict: Verdict) =>
    shown.filter(finding => verdictOf(finding) === verdict).sort(byUrgency);
  const findings = {
    broken: of('broken'),
    weak: of('weak'),
    'not-visible': of('not-visible'),
  };
  const rows = rowsOf(findings, causes);
  const { isOpen, toggle } = useOpenRows({
    rows: Object.values(rows).flat(),
    open: links.open,
    onToggle: arrival.settle,
  });
  const lineOf = (row: Row): ReactNode => {
    const disclosure = { isOpen: isOpen(row), onToggle: () => toggle(row) };
    if (row.kind === 'finding') {
      const [finding] = row.findings;
      return (
        <FindingRow
          key={finding.id}
          finding={finding}
          check={checks.value?.find(({ id }) => id === row.id)}
          links={props.links}
          {...disclosure}
        />
      );
    }
    const nested = <ul className={styles.list}>{row.rows.map(lineOf)}</ul>;
    switch (row.kind) {
      case 'cause':
        return (
          <CauseRow
            key={row.id}
            cause={row.cause}
            findings={row.findings}
            fix={fixes.find(({ causeId }) => causeId === row.id)}
            {...disclosure}
          >
            {nested}
          </CauseRow>
        );
      case 'reason':
        return (
          <ReasonRow key={row.id} row={row} {...disclosure}>
            {nested}
          </ReasonRow>
        );
      case 'rest':
        return (
          <RestRow key={row.id} row={row} {...disclosure}>
            {nested}
          </RestRow>
        );
      default:
        return row satisfies never;
    }
  };
  return (
    <div className={styles.panel} ref={arrival.panel}>
      <LinkNotices cluster={props.cluster} links={links} />
      {layer && (
        <div className={styles.filter}>
          {t('findings.onlyLayer', { layer: t(`layer.${layer}`) })}
          <Button
            size="small"
            variant="tertiary"
            onPress={() => url.set({ layer: undefined })}
          >
            {t('findings.allLayers')}
          </Button>
        </div>
      )}
      {shown.length === 0 && (
        <p className={styles.none}>
          {layer ? t('findings.noneInLayer') : t('findings.none')}
        </p>
      )}
      {verdicts
        .filter(verdict => findings[verdict].length > 0)
        .map((verdict, index) => (
          <section key={verdict}>
            <div className={styles.head}>
              <h4 className={styles.verdict}>
                {t(`verdict.${verdict}`)} ({findings[verdict].length})
              </h4>
              {index === 0 && <ColumnTitles />}
            </div>
            <ul className={styles.list}>{rows[verdict].map(lineOf)}</ul>
          </section>
        ))}
    </div>
  );
}

/** Each row says these words too, for narrow screens and screen readers. */
function ColumnTitles() {
  const { t } = useWording();
  return (['observed', 'required', 'since'] as const).map(column => (
    <span key={column} className={styles.column} aria-hidden="true">
      {t(`findings.${column}`)}
    </span>
  ));
}
