/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import {
  CheckDescription,
  Finding,
  LastSeen,
  LinkTemplate,
  linksOf,
} from 'backstage-plugin-kubernetes-ha-common';
import { useWording } from '../../hooks/useWording';
import { RelativeTime } from '../RelativeTime';
import { ResultDetails } from '../ResultDetails';
import { FindingLine } from './FindingLine';
import styles from './FindingRow.module.css';

/** A finding in a line; opened, everything that stands behind it. */
export function FindingRow(props: {
  finding: Finding;
  check?: CheckDescription;
  links?: readonly LinkTemplate[];
  isOpen: boolean;
  onToggle: () => void;
}) {
  const { finding, check, links = [], isOpen, onToggle } = props;
  const { checkId, severity, layer, result } = finding;
  const { observed, required, lastSeen, nextLoss } = result;
  const { t, say, titleOf } = useWording();
  return (
    <FindingLine
      status={finding.status}
      title={check ? say(check.title) : titleOf(checkId)}
      note={`${t(`severity.${severity}`)} · ${t(`layer.${layer}`)}`}
      checkId={checkId}
      observed={
        <>
          {lastSeen ? <LastSeenFact lastSeen={lastSeen} /> : say(observed)}
          {nextLoss && <strong>{say(nextLoss)}</strong>}
        </>
      }
      beside={
        <>
          <span className={styles.label}>{t('findings.required')}</span>
          {required ? say(required) : '–'}
        </>
      }
      since={finding.firstSeen}
      isBroken={result.verdict === 'broken'}
      isOpen={isOpen}
      onToggle={onToggle}
      details={() => (
        <ResultDetails
          result={result}
          check={check}
          links={linksOf(finding, links, Date.now())}
        />
      )}
    />
  );
}

/** What was seen before it could not be seen any more; why it cannot stands in the evidence. */
function LastSeenFact(props: { lastSeen: LastSeen }) {
  const { status, at, observed } = props.lastSeen;
  const { t, say } = useWording();
  return (
    <>
      {say(observed)}
      <span className={styles.id}>
        {t(`findings.lastSeen.${status}`)} <RelativeTime at={at} />
      </span>
    </>
  );
}
