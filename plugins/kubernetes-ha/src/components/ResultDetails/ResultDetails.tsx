/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import type { ReactNode } from 'react';
import { Link } from '@backstage/ui';
import type {
  CheckDescription,
  CheckResult,
  FindingLink,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { EvidenceTable } from './EvidenceTable';
import { SourceText } from './SourceText';
import styles from './ResultDetails.module.css';

/** What stands behind a result: the fix, what is affected, what it was compared with, and the evidence. @internal */
export function ResultDetails(props: {
  result: CheckResult;
  check?: CheckDescription;
  /** Links out of the portal. */
  links?: readonly FindingLink[];
}) {
  const { result, check, links = [] } = props;
  const { t, say, amount } = useWording();
  const thresholds = Object.entries(result.thresholds);
  return (
    <div className={styles.details}>
      <dl className={styles.facts}>
        {result.fix && <Fact label={t('findings.fix')}>{say(result.fix)}</Fact>}
        {result.nextLoss && (
          <Fact label={t('findings.nextLoss')}>{say(result.nextLoss)}</Fact>
        )}
        {links.length > 0 && (
          <Fact label={t('findings.links')}>
            <ul className={styles.links}>
              {links.map(({ title, subject, url }) => (
                <li key={url}>
                  <Link href={url} target="_blank" rel="noopener noreferrer">
                    {subject ? `${title} (${subject})` : title}
                  </Link>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        {result.reason && (
          <Fact label={t('findings.reason')}>
            {t(`reason.${result.reason}`)}
          </Fact>
        )}
        {result.subjects && result.subjects.length > 0 && (
          <Fact label={t('findings.subjects')}>
            {result.subjects.join(', ')}
          </Fact>
        )}
        {thresholds.length > 0 && (
          <Fact label={t('findings.thresholds')}>
            <ul className={styles.list}>
              {thresholds.map(([name, { value, unit, source, policy }]) => (
                <li key={name}>
                  {name}: {amount(value, unit)}{' '}
                  {policy && <em>({t('findings.fromPolicy')})</em>}{' '}
                  <span className={styles.muted}>
                    <SourceText source={source} />
                  </span>
                </li>
              ))}
            </ul>
          </Fact>
        )}
        <Fact label={t('findings.check')}>
          <code>{result.checkId}</code>
        </Fact>
        <Fact label={t('findings.runbook')}>
          <code>{result.runbook}</code>
        </Fact>
        {check && (
          <Fact label={t('findings.rule')}>
            <SourceText source={check.source} />
          </Fact>
        )}
        <Fact label={t('findings.stage')}>{result.stage}</Fact>
      </dl>
      {result.evidence.length > 0 && (
        <EvidenceTable evidence={result.evidence} />
      )}
    </div>
  );
}

function Fact(props: { label: string; children: ReactNode }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children}</dd>
    </>
  );
}
