/*
 * Copyright 2026 The Kubernetes HA for Backstage Authors
 *
 * Licensed under the Apache License, Version 2.0; see the LICENSE file.
 */

import { KeyboardEvent, useRef, useState } from 'react';
import { useWording } from '../../hooks/useWording';
import { wordMoment } from './wordMoment';
import type { DrawnStep } from './timeline';
import styles from './ScoreChart.module.css';

/** Where the arrow keys lead from one mark. */
const steps: Record<string, (place: number, last: number) => number> = {
  ArrowRight: (place, last) => Math.min(last, place + 1),
  ArrowLeft: place => Math.max(0, place - 1),
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * The changes of a chart as marks that say why, under the pointer and on focus:
 * one stop of the tab key, among which the arrow keys move.
 */
export function Moments(props: {
  changes: readonly DrawnStep[];
  placeOf: (change: DrawnStep) => { left: string; top: string };
  /** Told which change is looked at; undefined when none is. */
  onMoment: (change: DrawnStep | undefined) => void;
  /** Told which change was chosen. */
  onPick: (change: DrawnStep) => void;
}) {
  const { changes, placeOf, onMoment, onPick } = props;
  const wording = useWording();
  const [stop, setStop] = useState(changes.length - 1);
  const group = useRef<HTMLDivElement>(null);
  const last = changes.length - 1;
  const current = Math.min(stop, last);
  const move = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const next = step(current, last);
    setStop(next);
    group.current?.querySelectorAll('button')[next]?.focus();
  };
  return (
    <div
      ref={group}
      role="group"
      aria-label={wording.t('history.moments')}
      className={styles.moments}
    >
      {changes.map((change, index) => (
        <button
          key={change.fromMs}
          type="button"
          className={styles.dot}
          data-provisional={change.step.provisional || undefined}
          style={placeOf(change)}
          tabIndex={index === current ? 0 : -1}
          aria-label={wordMoment(change.step, wording)}
          onKeyDown={move}
          onFocus={() => {
            setStop(index);
            onMoment(change);
          }}
          onBlur={() => onMoment(undefined)}
          onPointerEnter={() => onMoment(change)}
          onPointerLeave={() => onMoment(undefined)}
          onClick={() => onPick(change)}
        />
      ))}
    </div>
  );
}
